#!/bin/sh
# The variables of a short script, and those of /etc/default, reach start-stop-daemon.
# shellcheck source=tests/short.sh
. "${0%/*}/short.sh"
check() {
	fake
	echo VERBOSE=yes | default
	short it <<-END
		DAEMON=/usr/sbin/exampled
		NAME=name
		DESC="the example"
		COMMAND_NAME=none
		PIDFILE=none
		RELOAD_SIGNAL=HUP
		START_ARGS="--start-arg 1"
		STOP_ARGS="--stop-arg 1"
		RELOAD_ARGS="--reload-arg 1"
	END
	echo 'DAEMON_ARGS="--from default"' | put /etc/default/name
	gives 0 "Starting the example: name." "" /etc/init.d/it start
	notes_are "--start --quiet --exec /usr/sbin/exampled --start-arg 1 -- --from default"
	gives 0 "Stopping the example: name." "" /etc/init.d/it stop
	notes_are "--stop --quiet --retry=TERM/0/CONT/30/KILL/5 --exec /usr/sbin/exampled --stop-arg 1" \
		"--stop --quiet --oknodo --retry=0/30/KILL/5 --exec /usr/sbin/exampled --stop-arg 1"
	for action in reload force-reload; do
		gives 0 "Reloading the example configuration files: name." "" /etc/init.d/it $action
		notes_are "--stop --signal HUP --quiet --exec /usr/sbin/exampled --reload-arg 1"
	done
	gives 3 "" "Usage: /etc/init.d/it {start|stop|status|reload|restart|try-restart|force-reload}" /etc/init.d/it
	# to see what a script does
	run env DEBUG=true /etc/init.d/it start
	equal status "$status" 0
	grep -q '^+.*--start' "$T/err" || die "no trace"
	# what is in the environment is no setting of the script's
	short bare <<-END
		DAEMON=/usr/sbin/exampled
	END
	inside rm -f /run/notes
	inside touch /run/exampled.pid
	gives 0 "Starting exampled: exampled." "" env DAEMON=/bin/false DAEMON_ARGS=x DESC=x NAME=x COMMAND_NAME=x \
		PIDFILE=/x RELOAD_ARGS=x RELOAD_SIGNAL=x START_ARGS=x STOP_ARGS=x /etc/init.d/bare start
	notes_are "--start --quiet --pidfile /var/run/exampled.pid --name exampled --exec /usr/sbin/exampled --"
}
boot_services
each_shell check
