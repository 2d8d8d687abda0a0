#!/bin/sh
# In levels 0 and 6 S links get stop too, or start if SHUTDOWN_ACTION says so.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	service a
	service b
	for level in 0 6; do
		link $level K01a S01b
		previous=2 rc $level
		notes_are "stop a" "stop b"
	done
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
