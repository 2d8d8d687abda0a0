# shellcheck shell=sh
# build.sh - what tests of the build begin with: lib.sh, and a copy of the sources in $tree.
#
# make_it ARGUMENT...	make, in the copy, without a word
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only

# what a make around the tests has handed down
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES CC CFLAGS CPPFLAGS LDFLAGS STRIP STATIC PREFIX
unset DESTDIR SOURCE_DATE_EPOCH

tree=$T/tree
mkdir "$tree"
"$here/copy" "$tree"

need() {
	command -v "$1" >/dev/null || skip "no $1"
}

make_it() {
	make -s -C "$tree" "$@" >"$T/errors" 2>&1 || die "make $*: failed"
	[ ! -s "$T/errors" ] || die "make $*: is not silent"
}
