#!/bin/sh
# Functions of a short script take the place of those of init-d-script.
# shellcheck source=tests/short.sh
. "${0%/*}/short.sh"
check() {
	fake
	echo VERBOSE=yes | default
	short none <<-'END'
		DAEMON=none
		NAME=it
		do_start_override() { echo started; return 3; }
		do_stop_override() { echo stopped; }
		do_status_override() { echo status; return 4; }
		do_reload() { echo reloaded; return 5; }
		do_unknown() { echo "unknown $*"; }
	END
	gives 3 started "" /etc/init.d/none start
	gives 0 stopped "" /etc/init.d/none stop
	gives 4 status "" /etc/init.d/none status
	gives 5 reloaded "" /etc/init.d/none reload
	gives 5 reloaded "" /etc/init.d/none force-reload
	gives 3 "unknown what" "" /etc/init.d/none what
	short hooks <<-'END'
		DAEMON=/usr/sbin/exampled
		do_start_prepare() { echo before; }
		do_start_cleanup() { echo after; }
		do_stop_prepare() { echo "before stop"; }
		do_stop_cleanup() { echo "after stop"; }
		do_restart_prepare() { echo "before restart"; }
		do_restart_cleanup() { echo "after restart"; }
		do_start_cmd_override() { return 1; }
		do_stop_cmd_override() { return 2; }
	END
	gives 0 "before
Starting exampled: exampled is already running.
after" "" /etc/init.d/hooks start
	gives 1 "before stop
Stopping exampled: exampled failed!
after stop" "" /etc/init.d/hooks stop
	gives 1 "before restart
Restarting exampled: exampled failed!
after restart" "" /etc/init.d/hooks restart
}
boot_services
each_shell check
