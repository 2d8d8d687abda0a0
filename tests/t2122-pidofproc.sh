#!/bin/sh
# pidofproc and status_of_proc tell by words and status whether a program runs.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
lsb() {
	_wanted=$1 _text=$2 _errors=$3
	shift 3
	gives "$_wanted" "$_text" "$_errors" sh -c '. /lib/lsb/init-functions; "$@"' - "$@"
}
executes() {
	inside [ "/proc/$1/exe" -ef /usr/sbin/sleeper ]
}
check() {
	inside cp /bin/sleep /usr/sbin/sleeper
	inside sh -c 'sleeper 1001 & echo $! >/run/real.pid'
	pid=$(cat "$R/run/real.pid")
	lsb 0 "$pid" "" pidofproc -p /run/real.pid /usr/sbin/sleeper
	lsb 3 "" "" pidofproc -p /run/no.pid /usr/sbin/sleeper
	lsb 0 "it is running." "" status_of_proc -p /run/real.pid /usr/sbin/sleeper it
	lsb 3 "it is not running ... failed!" "" status_of_proc -p /run/no.pid /usr/sbin/sleeper it
	# the default
	inside cp /run/real.pid /run/sleeper.pid
	lsb 0 "$pid" "" pidofproc /usr/sbin/sleeper
	echo 999999 | put /run/sleeper.pid
	lsb 1 "" "" pidofproc /usr/sbin/sleeper
	lsb 1 "it is not running ... failed!" "" status_of_proc /usr/sbin/sleeper it
	inside rm /run/sleeper.pid
	lsb 3 "" "" pidofproc /usr/sbin/another
	: | put /run/empty.pid
	lsb 3 "" "" pidofproc -p /run/empty.pid /usr/sbin/sleeper
	# each call for itself
	lsb 0 "$pid" "" eval 'pidofproc -p /run/no.pid /usr/sbin/sleeper || pidofproc /usr/sbin/sleeper'
	lsb 0 "it is not running ... failed!
it is running." "" eval 'status_of_proc -p /run/no.pid /usr/sbin/sleeper it ||
		status_of_proc /usr/sbin/sleeper it'
	# one that may not be read
	echo 1 | put /run/secret.pid 600
	other="setpriv --reuid 65534 --regid 65534 --clear-groups"
	# shellcheck disable=SC2086
	gives 4 "" "" $other sh -c '. /lib/lsb/init-functions; pidofproc -p /run/secret.pid /usr/sbin/sleeper'
	# shellcheck disable=SC2086
	gives 4 "could not access PID file for it ... failed!" "" $other sh -c '. /lib/lsb/init-functions
		status_of_proc -p /run/secret.pid /usr/sbin/sleeper it'
	lsb 4 "" "-: invalid arguments" pidofproc
	lsb 4 "" "-: invalid arguments" pidofproc a b
	inside kill "$pid"
	lsb 3 "" "" pidofproc -p /run/empty.pid /usr/sbin/sleeper
}
boot_services
each_shell check
