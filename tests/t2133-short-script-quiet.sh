#!/bin/sh
# With VERBOSE=no a short script says nothing when all is well.
# shellcheck source=tests/short.sh
. "${0%/*}/short.sh"
rung_only
check() {
	fake
	echo VERBOSE=no | default
	short it <<-END
		DAEMON=/usr/sbin/exampled
		RELOAD_SIGNAL=1
	END
	for action in start stop restart reload force-reload try-restart; do gives 0 "" "" /etc/init.d/it $action; done
	# all functions may be replaced
	short all <<-END
		DAEMON=none
		NAME=all
		do_force_reload_override() { echo force; }
		do_try_restart_override() { echo try; }
		do_usage_override() { echo use; }
	END
	gives 0 force "" /etc/init.d/all force-reload
	gives 0 try "" /etc/init.d/all try-restart
	gives 3 use "" /etc/init.d/all
}
boot_services
each_shell check
