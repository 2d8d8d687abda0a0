#!/bin/sh
# --help lists every option on standard output, and --version says whose program it is; both give 0.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
for call in --help -H; do
	gives 0 $call
	for option in start stop status help version pid ppid pidfile exec name user group chuid signal startas \
		chroot chdir nicelevel procsched iosched umask background notify-await notify-timeout \
		no-close output make-pidfile remove-pidfile retry test oknodo quiet verbose; do
		grep -q -e "--$option" "$T/out" || die "not a word of --$option"
	done
	no_errors
done
for call in --version -V; do
	gives 0 $call
	grep -q '^start-stop-daemon ' "$T/out" || die "no version"
done
