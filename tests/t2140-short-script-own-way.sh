#!/bin/sh
# A short script that starts or stops its daemon in its own way has the status of its pid file, whatever the daemon's name.
# shellcheck source=tests/short.sh
. "${0%/*}/short.sh"
check() {
	real
	put /usr/sbin/exampled 755 <<-'END'
		#!/bin/sh
		sleep 1000
	END
	# as that of htcacheclean: its service has another name than its process
	short it <<-'END'
		NAME=example-cache
		DAEMON=/usr/sbin/exampled
		PIDFILE=/run/exampled.pid
		do_start_cmd_override() {
			start-stop-daemon --start --quiet --background --make-pidfile --pidfile $PIDFILE \
				--startas $DAEMON --name exampled
		}
		do_stop_cmd_override() {
			start-stop-daemon --stop --quiet --retry=TERM/5/KILL/5 --pidfile $PIDFILE --name exampled
		}
	END
	run /etc/init.d/it start
	equal "status of start" "$status" 0
	gives 0 "example-cache is running." "" /etc/init.d/it status
	run /etc/init.d/it stop
	equal "status of stop" "$status" 0
	gives 1 "example-cache is not running ... failed!" "" /etc/init.d/it status
	inside rm /run/exampled.pid
	gives 3 "example-cache is not running ... failed!" "" /etc/init.d/it status
}
boot_services
each_shell check
