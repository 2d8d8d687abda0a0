#!/bin/sh
# A daemon that has no pid file is started from /, with its arguments, and what it exits with decides.
# shellcheck source=tests/short.sh
. "${0%/*}/short.sh"
check() {
	put /usr/sbin/exampled 755 <<-'END'
		#!/bin/sh
		echo "$0 $# $* $(pwd)" >>/run/notes
		exit "$1"
	END
	[ -n "${SERVICES-}" ] || fake_none
	echo VERBOSE=yes | default
	for row in 0:0:. "1:0: is already running." "2:1: failed!" "3:1: failed!"; do
		short it <<-END
			DAEMON=/usr/sbin/exampled
			DAEMON_ARGS="${row%%:*} b"
		END
		row=${row#*:}
		gives "${row%%:*}" "Starting exampled: exampled${row#*:}" "" sh -c 'cd /tmp && /etc/init.d/it start'
		read -r _ _ number _ <"$R/run/notes"
		notes_are "/usr/sbin/exampled 2 $number b /"
	done
}
# nobody need ask whether it runs
fake_none() {
	inside rm -f /sbin/start-stop-daemon
	put /sbin/start-stop-daemon 755 <<-'END'
		#!/bin/sh
		echo called >>/run/notes
		exit 2
	END
}
boot_services
each_shell check
