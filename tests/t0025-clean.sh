#!/bin/sh
# make clean leaves the sources and nothing else; everything made is known to git's list of ignored files.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
list() {
	(cd "$tree" && find . ! -type d | sort)
}
list >"$T/before"
make_it CFLAGS=-O0 all tests/unit/unit
if command -v git >/dev/null; then
	git -C "$tree" init -q
	equal "what git does not ignore" "$(git -C "$tree" add . && git -C "$tree" ls-files |
		sed 's|^|./|' | sort | comm -13 "$T/before" - | tr '\n' ' ')" ''
	rm -rf "$tree/.git"
fi
make_it clean
list | diff "$T/before" -
