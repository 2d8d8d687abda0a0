#!/bin/sh
# Two builds in two places have the same bytes.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
case $T in *[[:space:]]*) skip "what is built in a place with a blank in its name has that name" ;; esac
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH
make_it CFLAGS='-O1 -g'
mkdir "$T/one"
for program in init telinit shutdown halt runlevel killall5 pidof fstab-decode; do
	mv "$tree/$program" "$T/one"
done
make_it clean
mkdir -p "$T/another/place"
mv "$tree" "$T/another/place"
tree=$T/another/place/tree
make_it CFLAGS='-O1 -g'
for program in init telinit shutdown halt runlevel killall5 pidof fstab-decode; do
	cmp "$tree/$program" "$T/one/$program" || die "$program differs"
done
