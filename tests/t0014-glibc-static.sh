#!/bin/sh
# It builds static with glibc, without a warning; position independent where the compiler can do that.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
echo 'int main(void) { return 0; }' >"$T/t.c"
cc -static -o "$T/t" "$T/t.c" 2>/dev/null || skip "no static libc"
make_it STATIC=1
type=EXEC
! cc -fPIE -static-pie -o "$T/t" "$T/t.c" 2>/dev/null || type=DYN
for program in init telinit shutdown halt runlevel killall5 pidof fstab-decode; do
	not sh -c "readelf -lW '$tree/$program' | grep -q INTERP" || die "$program asks for a loader"
	readelf -hW "$tree/$program" | grep -q "Type: *$type " || die "$program is not $type"
done
"$tree/init" --version >"$T/version"
