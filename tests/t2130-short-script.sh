#!/bin/sh
# A script of init-d-script starts, stops and restarts its daemon, and says what came of it.
# shellcheck source=tests/short.sh
. "${0%/*}/short.sh"
match="--pidfile /var/run/exampled.pid --name exampled --exec /usr/sbin/exampled"
stop1="--stop --quiet --retry=TERM/0/CONT/30/KILL/5 $match"
stop2="--stop --quiet --oknodo --retry=0/30/KILL/5 --exec /usr/sbin/exampled"
start="--start --quiet $match --verbose -- -a b"
check() {
	fake
	echo VERBOSE=yes | default
	short it <<-END
		DAEMON=/usr/sbin/exampled
		DAEMON_ARGS="-a b"
		START_ARGS=--verbose
	END
	returns 0
	gives 0 "Starting exampled: exampled." "" /etc/init.d/it start
	notes_are "$start"
	gives 0 "Stopping exampled: exampled." "" /etc/init.d/it stop
	notes_are "$stop1" "$stop2"
	for action in restart force-reload; do
		gives 0 "Restarting exampled: exampled." "" /etc/init.d/it $action
		notes_are "$stop1" "$stop2" "$start"
	done
	returns 3
	gives 3 "exampled is not running ... failed!" "" /etc/init.d/it status
	gives 0 "Trying to restart exampled: exampled is not running." "" /etc/init.d/it try-restart
	usage="Usage: /etc/init.d/it {start|stop|status|restart|try-restart|force-reload}"
	for action in reload other ""; do gives 3 "" "$usage" /etc/init.d/it $action; done
	inside rm -f /run/notes
	returns 1
	gives 0 "Starting exampled: exampled is already running." "" /etc/init.d/it start
	gives 0 "Stopping exampled: exampled is not running." "" /etc/init.d/it stop
	returns 2
	gives 1 "Starting exampled: exampled failed!" "" /etc/init.d/it start
	gives 1 "Stopping exampled: exampled failed!" "" /etc/init.d/it stop
	gives 1 "Restarting exampled: exampled failed!" "" /etc/init.d/it restart
	inside rm /run/notes /usr/sbin/exampled
	# without its program there is nothing to stop
	for action in stop try-restart reload; do gives 0 "" "" /etc/init.d/it $action; done
}
boot_services
each_shell check
