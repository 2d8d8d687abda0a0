#!/bin/sh
# try-restart restarts what runs, and reload has its hooks; both fail when what they do fails.
# shellcheck source=tests/short.sh
. "${0%/*}/short.sh"
check() {
	fake
	echo VERBOSE=yes | default
	short good <<-'END'
		DAEMON=/usr/sbin/exampled
		PIDFILE=none
		COMMAND_NAME=none
		RELOAD_SIGNAL=HUP
		do_status_override() { echo asked >>/run/notes; }
		do_restart_prepare() { echo "before restart" >>/run/notes; }
		do_reload_prepare() { echo before reload; }
		do_reload_cleanup() { echo after reload; }
	END
	match="--exec /usr/sbin/exampled"
	gives 0 "Trying to restart exampled: exampled." "" /etc/init.d/good try-restart
	notes_are asked "before restart" "--stop --quiet --retry=TERM/0/CONT/30/KILL/5 $match" \
		"--stop --quiet --oknodo --retry=0/30/KILL/5 $match" "--start --quiet $match --"
	reloaded="before reload
Reloading exampled configuration files: exampled"
	gives 0 "$reloaded.
after reload" "" /etc/init.d/good reload
	notes_are "--stop --signal HUP --quiet $match"
	returns 2
	gives 1 "Trying to restart exampled: exampled failed!" "" /etc/init.d/good try-restart
	gives 1 "$reloaded failed!
after reload" "" /etc/init.d/good reload
	inside rm -f /run/notes
	# without a signal, by what the script has for it
	short own <<-'END'
		DAEMON=/usr/sbin/exampled
		do_reload_cmd() { echo own >>/run/notes; return "$(cat /run/status)"; }
	END
	returns 0
	gives 0 "Reloading exampled configuration files: exampled." "" /etc/init.d/own reload
	notes_are own
	returns 1
	gives 1 "Reloading exampled configuration files: exampled failed!" "" /etc/init.d/own force-reload
	inside rm -f /run/notes
}
boot_services
each_shell check
