#!/bin/sh
# halt writes the shutdown record, to wtmp alone; not with -d, nor with -n.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
has_shutdown_record() {
	utmpdump "$R/var/log/wtmp" 2>/dev/null | grep -q '^\[1\] \[00000\] \[~~  \] \[shutdown\] \[~~ '
}
for options in -f '-d -f' '-n -f'; do
	boot <<INITTAB
id:3:initdefault:
zz:06:respawn:/bin/sleep 1000
INITTAB
eventually in_level 3
	# shellcheck disable=SC2086
	inside halt $options || :
	ended_by halt
	case $options in
	-f)	has_shutdown_record || die "no record" ;;
	*)	not has_shutdown_record || die "a record with $options" ;;
	esac
	not grep -q shutdown "$R/run/utmp"
done
