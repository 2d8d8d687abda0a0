#!/bin/sh
# killproc ends a program or sends it a signal, and start_daemon starts one that does not run.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
[ "$(nice)" -eq 0 ] || skip "the caller is not of usual priority"
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
	# a pid file that was not named is not ours
	inside test -e /run/sleeper.pid
	lsb 0 killproc /usr/sbin/sleeper
	lsb 3 killproc -p /run/no.pid /usr/sbin/sleeper HUP
	lsb 3 killproc -p /run/no.pid /usr/sbin/sleeper -SIGHUP
	for signal in TERM -TERM SIGTERM 15 -15; do lsb 0 killproc -p /run/no.pid /usr/sbin/sleeper $signal; done
	sleeper
	lsb 0 killproc -p /run/sleeper.pid /usr/sbin/sleeper -HUP
	eventually gone
	lsb 0 killproc -p /run/sleeper.pid /usr/sbin/sleeper TERM
	not test -e "$R/run/sleeper.pid"
	# with a name that is longer than the kernel's, which Debian's does not find; who survives keeps its pid file
	long=sleeper1234567890
	[ -z "${SERVICES-}" ] || long=sleeper1
	inside cp /bin/sleep "/usr/sbin/$long"
	put /usr/sbin/mule 755 <<-END
		#!/bin/sh
		trap "" TERM
		echo \$\$ >/run/sleeper.pid
		exec /usr/sbin/$long 1003
	END
	inside sh -c 'rm -f /run/sleeper.pid; mule & :'
	eventually runs "/usr/sbin/$long 1003"
	pid=$(cat "$R/run/sleeper.pid")
	lsb 0 killproc -p /run/sleeper.pid "/usr/sbin/$long" TERM
	inside test -e /run/sleeper.pid
	lsb 0 killproc -p /run/sleeper.pid "/usr/sbin/$long" KILL
	eventually gone
	# starting
	put /usr/sbin/starter 755 <<-'END'
		#!/bin/sh
		echo "$# $* $(pwd)" >>/run/notes
	END
	lsb 0 start_daemon /usr/sbin/starter a "b c"
	notes_are "2 a b c /"
	lsb 0 start_daemon -f -n 1 /usr/sbin/starter
	notes_are "0  /"
	# from where one is, with its nice level
	put /usr/sbin/nicer 755 <<-'END'
		#!/bin/sh
		echo "$(nice) $(pwd)" >>/run/notes
	END
	lsb 0 eval 'cd /tmp && start_daemon /usr/sbin/nicer && start_daemon -n 3 /usr/sbin/nicer &&
		start_daemon -f -n 4 /usr/sbin/nicer && start_daemon -p /run/no.pid /usr/sbin/nicer'
	notes_are "0 /tmp" "3 /tmp" "4 /tmp" "0 /tmp"
	sleeper
	lsb 0 start_daemon -p /run/sleeper.pid /usr/sbin/sleeper 1002
	not runs "sleeper 1002"
	inside kill "$pid"
	lsb 2 start_daemon /nonexistent
	if [ -z "${SERVICES-}" ]; then
		for call in start_daemon "start_daemon -f" "start_daemon -z x" killproc "killproc -z x"; do
			# shellcheck disable=SC2086
			lsb 2 $call
		done
	fi
	# options are looked for anew in each call
	lsb 0 eval 'start_daemon -f -n 1 /usr/sbin/starter a && start_daemon -f -n 1 /usr/sbin/starter b'
	notes_are "1 a /" "1 b /"
	lsb 0 eval 'killproc -p /run/no.pid /usr/sbin/sleeper && killproc -p /run/no.pid /usr/sbin/sleeper'
	lsb 2 start_daemon -p /run/no.pid /nonexistent
	lsb 0 start_daemon -p /run/no.pid /usr/sbin/starter a "b c"
	notes_are "2 a b c /"
	lsb 0 start_daemon -n 1 -p /run/no.pid /usr/sbin/starter
	notes_are "0  /"
	# a signal to who does not run leaves the pid file alone
	echo 999999 | put /run/stale.pid
	lsb 3 killproc -p /run/stale.pid /usr/sbin/sleeper HUP
	inside test -e /run/stale.pid
	lsb 0 killproc -p /run/stale.pid /usr/sbin/sleeper TERM
	not test -e "$R/run/stale.pid"
	# what start-stop-daemon cannot do; Debian's does not ask it when there is no pid file
	[ -z "${SERVICES-}" ] || return 0
	inside mv /sbin/start-stop-daemon /sbin/ssd
	put /sbin/start-stop-daemon 755 <<-END
		#!/bin/sh
		exit 2
	END
	for signal in "" TERM HUP; do
		# shellcheck disable=SC2086
		lsb 2 killproc -p /run/no.pid /usr/sbin/sleeper $signal
	done
	lsb 2 start_daemon /usr/sbin/sleeper
	inside mv /sbin/ssd /sbin/start-stop-daemon
}
boot_services
each_shell check
