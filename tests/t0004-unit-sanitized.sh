#!/bin/sh
# The pure parts touch nothing that is not theirs, and do nothing undefined.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
flags='-fsanitize=address,undefined -fno-sanitize-recover=undefined'
echo 'int main(void) { return 0; }' >"$T/t.c"
# shellcheck disable=SC2086
if ! cc $flags -o "$T/t" "$T/t.c" 2>/dev/null || ! "$T/t"; then
	skip "the compiler has no sanitizers"
fi
make -s -C "$tree" CFLAGS="-O1 -g $flags" unit >"$T/unit" 2>"$T/errors" ||
	die "$(grep -v '^ok' "$T/unit")"
grep -q '^1\.\.[1-9]' "$T/unit"
