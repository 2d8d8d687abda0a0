#!/bin/sh
# SHUTDOWN_ACTION=start has S links in levels 0 and 6 get start.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
check() {
	noter a
	noter b
	link 6 K01a S01b
	default <<-END
		SHUTDOWN_ACTION=start
	END
	previous=2 rc 6
	notes_are "stop a" "start b"
	default <<-END
		SHUTDOWN_ACTION=restart
	END
	previous=2 rc 6
	notes_are "stop a" "stop b"
	out_has "rc: /etc/default/rcS: SHUTDOWN_ACTION='restart' must be one of: stop start; taken as stop"
}
boot_services
each_shell check
