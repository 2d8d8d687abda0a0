#!/bin/sh
# It builds with gcc, without a warning.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
need gcc
make_it CC=gcc
for program in init telinit shutdown halt runlevel killall5 pidof fstab-decode; do
	[ -x "$tree/$program" ] || die "no $program"
done
