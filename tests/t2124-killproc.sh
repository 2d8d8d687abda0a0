#!/bin/sh
# killproc ends a program or sends it a signal, and start_daemon starts one that does not run.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
lsb() {
	_wanted=$1
	shift
	run sh -c '. /lib/lsb/init-functions; "$@"' - "$@"
	equal "status of $*" "$status" "$_wanted"
}
sleeper() {
	inside sh -c 'rm -f /run/sleeper.pid; sleeper 1001 & echo $! >/run/sleeper.pid'
	pid=$(cat "$R/run/sleeper.pid")
	eventually inside [ "/proc/$pid/exe" -ef /usr/sbin/sleeper ]
}
gone() {
	not inside test -d "/proc/$pid"
}
check() {
	inside cp /bin/sleep /usr/sbin/sleeper
	sleeper
	lsb 0 killproc /usr/sbin/sleeper CONT
	inside test -d "/proc/$pid"
	lsb 0 killproc /usr/sbin/sleeper
	eventually gone
	lsb 0 killproc /usr/sbin/sleeper
	lsb 3 killproc -p /run/no.pid /usr/sbin/sleeper HUP
	lsb 3 killproc -p /run/no.pid /usr/sbin/sleeper -SIGHUP
	for signal in TERM -TERM SIGTERM 15 -15; do lsb 0 killproc -p /run/no.pid /usr/sbin/sleeper $signal; done
	sleeper
	lsb 0 killproc -p /run/sleeper.pid /usr/sbin/sleeper -HUP
	eventually gone
	lsb 0 killproc -p /run/sleeper.pid /usr/sbin/sleeper TERM
	not test -e "$R/run/sleeper.pid"
	# starting
	put /usr/sbin/starter 755 <<-'END'
		#!/bin/sh
		echo "$# $* $(pwd)" >>/run/notes
	END
	lsb 0 start_daemon /usr/sbin/starter a "b c"
	notes_are "2 a b c /"
	lsb 0 start_daemon -f -n 1 /usr/sbin/starter
	notes_are "0  /"
	sleeper
	lsb 0 start_daemon -p /run/sleeper.pid /usr/sbin/sleeper 1002
	not runs "sleeper 1002"
	inside kill "$pid"
	lsb 2 start_daemon /nonexistent
	lsb 2 start_daemon -p /run/no.pid /nonexistent
	lsb 0 start_daemon -p /run/no.pid /usr/sbin/starter a "b c"
	notes_are "2 a b c /"
	lsb 0 start_daemon -n 1 -p /run/no.pid /usr/sbin/starter
	notes_are "0  /"
}
boot_services
each_shell check
