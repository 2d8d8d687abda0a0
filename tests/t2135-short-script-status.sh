#!/bin/sh
# The status of a short script is about its daemon, not about whoever has the pid in its file, whatever its name's length.
# shellcheck source=tests/short.sh
. "${0%/*}/short.sh"
check() {
	real
	put /usr/sbin/name-of-twenty-chars 755 <<-'END'
		#!/bin/sh
		sleep 1000
	END
	short it <<-'END'
		DAEMON=/usr/sbin/name-of-twenty-chars
		START_ARGS="--background --make-pidfile"
	END
	echo VERBOSE=yes | default
	name="name-of-twenty-chars"
	gives 0 "Starting $name: $name." "" /etc/init.d/it start
	gives 0 "$name is running." "" /etc/init.d/it status
	gives 0 "Starting $name: $name is already running." "" /etc/init.d/it start
	gives 0 "Stopping $name: $name." "" /etc/init.d/it stop
	gives 0 "Stopping $name: $name is not running." "" /etc/init.d/it stop
	gives 3 "$name is not running ... failed!" "" /etc/init.d/it status
	inside sh -c "echo 1 >/run/$name.pid"
	gives 1 "$name is not running ... failed!" "" /etc/init.d/it status
	inside sh -c "echo none >/run/$name.pid"
	run /etc/init.d/it status
	equal status "$status" 4
	out_has "could not access PID file for $name"
	grep -q "/var/run/$name.pid: line 1: no number" "$T/err"
	inside rm "/run/$name.pid"
}
rung_only
boot_services
each_shell check
