#!/bin/sh
# SCRIPT_TIMEOUT is for all scripts; a header may say something else; nonsense is told.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
check() {
	script slow <<-END
		sleep 1001
	END
	script free "X-Timeout: 0" <<-END
		sleep 3
		echo free >>/run/notes
	END
	script odd "X-Timeout: soon" <<-END
		echo odd >>/run/notes
	END
	link 2 S01slow S02free S03odd
	default <<-END
		SCRIPT_TIMEOUT=2
	END
	rc 2
	notes_are free odd
	out_has "start slow: no end within 2 s"
	out_has "rc: /etc/rc2.d/S03odd: X-Timeout: 'soon' is not a number of seconds; not used"
	default <<-END
		SCRIPT_TIMEOUT=1m
	END
	inside rm /etc/rc2.d/S01slow /etc/rc2.d/S02free
	rc 2
	out_has "rc: /etc/default/rcS: SCRIPT_TIMEOUT='1m' must be one of: number; taken as 0"
}
boot_services
each_shell check
