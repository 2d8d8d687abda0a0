#!/bin/sh
# It builds with musl, static, without the kernel's headers and without a warning; nothing asks for a loader.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
need musl-gcc
echo '#include <linux/limits.h>' >"$T/t.c"
not musl-gcc -c -o "$T/t.o" "$T/t.c" 2>/dev/null || skip "this musl-gcc has the kernel's headers"
make_it STATIC=1 CC=musl-gcc
for program in init telinit shutdown halt runlevel killall5 pidof fstab-decode; do
	readelf -lW "$tree/$program" >"$T/segments"
	not grep -q INTERP "$T/segments" || die "$program asks for a loader"
	not grep -q 'Shared library' "$T/segments"
done
equal "the version" "$("$tree/init" --version | head -n 1)" "$("$here/../init" --version | head -n 1)"
# small enough for a small flash
size=$(strip -o "$T/init" "$tree/init" && wc -c <"$T/init")
[ "$size" -lt 200000 ] || die "init has $size bytes"
