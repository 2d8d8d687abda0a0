#!/bin/sh
# Ctrl-C on the console ends the script that runs, and one that does not heed it; what follows is run.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
press_until() {
	type_text '\003'
	console_has "$1"
}
check() {
	: >"$T/console"
	script a <<-END
		echo "\$1 a" >>/run/notes
		sleep 1001
	END
	script deaf <<-END
		trap '' INT
		echo deaf >>/run/notes
		sleep 1002
	END
	noter z
	link 4 S01a S02deaf S03z
	telinit 4
	eventually noted "start a"
	type_text '\003'
	eventually console_has "start a: interrupted"
	eventually noted deaf
	eventually press_until "rc: deaf start did not heed Ctrl-C; going on without it"
	eventually noted "start z"
	eventually console_has "failed: a (interrupted), deaf (interrupted)"
	telinit 3
	eventually in_level 3
}
rung_only
boot_services
each_shell check
