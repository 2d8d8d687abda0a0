#!/bin/sh
# Even a script that cannot be killed does not hold the run for ever.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
check() {
	# what is not in /proc cannot be found and killed: as near as a test comes to such a process
	script stuck "X-Timeout: 1" <<-'END'
		echo $$ >/run/stuck
		mount -t tmpfs none /proc/$$
		while [ ! -e /run/open.stuck ]; do sleep 0.1; done
		umount "/proc/$(cat /run/stuck)"
	END
	noter a
	noter z
	link 2 S01a S02stuck S03z
	rc 2
	open_gate stuck
	equal status "$status" 0
	notes_are "start a" "start z"
	out_has "rc: stuck start cannot be killed; leaving it behind"
	out_has "failed: stuck (no end within 1 s)"
	pid=$(cat "$R/run/stuck")
	eventually not inside test -e "/proc/$pid/stat"
	inside rm /run/open.stuck
}
boot_services
each_shell check
