#!/bin/sh
# The scripts of daemons start once, stop twice, tell the truth, and say so when there is no daemon.
# limit: 120 s
# shellcheck source=tests/scripts.sh disable=SC2016
. "${0%/*}/scripts.sh"
boot_scripts
# a_daemon NAME PIDFILE: as daemons do it
a_daemon() {
	put "/sbin/$1" 755 <<-END
		#!/bin/sh
		[ "\$1" != -t ] || exit 0
		(trap "echo hup >>/run/notes" HUP; while :; do sleep 1000 & wait; done) &
		echo \$! >/run/$2
	END
}
# goes NAME PROGRAM: the whole life of one
goes() {
	pidfile=/run/$2.pid
	[ "$1" != cron ] || pidfile=/run/crond.pid
	a_daemon "$2" "${pidfile#/run/}"
	is 3 "$1" status 'not running'
	is 0 "$1" stop
	is 0 "$1" start
	pid=$(inside cat "$pidfile")
	is 0 "$1" start
	equal "pid after a second start" "$(inside cat "$pidfile")" "$pid"
	is 0 "$1" status running
	is 0 "$1" restart
	[ "$(inside cat "$pidfile")" != "$pid" ] || die "restart has not started it anew"
	is 0 "$1" try-restart
	pid=$(inside cat "$pidfile")
	inside kill -KILL "$pid"
	eventually not inside test -d "/proc/$pid"
	is 1 "$1" status "$pidfile is there"
	is 0 "$1" start
	is 0 "$1" status
	is 0 "$1" force-reload
	is 0 "$1" stop
	is 0 "$1" stop
	is 3 "$1" status
	is 0 "$1" try-restart
	is 3 "$1" status
	put "/sbin/$2" 755 <<-'END'
		#!/bin/sh
		[ "$1" != -t ] || exit 0
	END
	is 1 "$1" start 'has not come up'
	remove "$2"
	is 5 "$1" start 'not installed'
	is 5 "$1" restart
	is 0 "$1" stop
	is 3 "$1" status
}
tries() {
	inside mkdir -p /etc/ssh /run/sendsigs.omit.d
	: | put /etc/ssh/ssh_host_a_key
	goes syslog rsyslogd
	goes syslog syslogd
	goes klog klogd
	goes cron cron
	goes cron crond
	goes ssh sshd
	goes ssh dropbear

	# the log is what sendsigs spares
	a_daemon rsyslogd rsyslogd.pid
	is 0 syslog start
	equal "spared" "$(inside cat /run/sendsigs.omit.d/syslog)" "$(inside cat /run/rsyslogd.pid)"
	is 0 syslog reload
	eventually noted hup
	is 0 syslog stop
	inside test ! -h /run/sendsigs.omit.d/syslog
	is 7 syslog reload
	is 3 klog reload Usage:
	inside rm -f /run/notes
	remove rsyslogd

	# /etc/default, and a mistake in it
	a_daemon klogd other.pid
	echo pidfile=/run/other.pid | put /etc/default/klog
	is 0 klog start
	is 0 klog status
	is 0 klog stop
	inside rm -f /etc/default/klog
	remove klogd
}
each_shell_tries tries
