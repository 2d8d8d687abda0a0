#!/bin/sh
# When nothing happens init sleeps.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
eventually in_level 3
wakeups() {
	sed -n 's/^voluntary_ctxt_switches:[[:space:]]*//p' "/proc/$INIT_PID/status"
}
# nobody is there any more whose end would wake it
settled() {
	_before=$(wakeups)
	sleep 0.3
	[ "$_before" = "$(wakeups)" ] && [ "$(find "$R/proc" -maxdepth 1 -name '[0-9]*' | wc -l)" -eq 2 ]
}
eventually settled
before=$(wakeups)
woken() {
	[ "$(wakeups)" != "$before" ]
}
never_within 5500 woken
