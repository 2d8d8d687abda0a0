#!/bin/sh
# A script that does not end within its X-Timeout is ended with all it has started, and the run goes on.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
check() {
	# TERM is enough for the first, not for the second
	script slow "X-Timeout: 2" <<-END
		echo slow says
		sh -c 'sleep 1001; :'
		echo never >>/run/notes
	END
	script deaf "X-Timeout: 2" <<-END
		trap '' TERM
		sleep 1002
		echo never >>/run/notes
	END
	# a daemon has left by itself, and stays
	script daemon "X-Timeout: 2" <<-END
		setsid sh -c 'sleep 1003 & echo \$! >/run/daemon'
		sleep 1004
	END
	noter z
	link 2 S01slow S02daemon S03deaf S04z
	rc 2
	notes_are "start z"
	out_has "rc: slow start is not done within 2 s; going on without it"
	out_has "start slow: no end within 2 s"
	out_has "	slow says"
	out_has "failed: slow (no end within 2 s), daemon (no end within 2 s), deaf (no end within 2 s)"
	for n in 1001 1002 1004; do not runs "sleep $n"; done
	runs "sleep 1003"
	inside kill "$(cat "$R/run/daemon")"
}
boot_services
each_shell check
