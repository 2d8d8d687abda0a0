#!/bin/sh
# Waiting for a device wakes init up less and less often, and only then.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,tty=ttyZ9:/bin/sleep 1001
a2:3:respawn:/bin/sleep 1002
END
eventually console_has "waiting for it"
eventually running a2
wakeups() {
	sed -n 's/^voluntary_ctxt_switches:[[:space:]]*//p' "/proc/$INIT_PID/status"
}
before=$(wakeups)
often() {
	[ $(($(wakeups) - before)) -gt 20 ]
}
never_within 3000 often
not running a1
