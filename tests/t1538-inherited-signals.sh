#!/bin/sh
# A shutdown whose starter blocks and ignores all signals is cancelled and ended like any other.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
rung_only
boot_levels

# start_deaf ARGUMENT...: as a daemon of that kind starts it
start_deaf() {
	inside env --block-signal --ignore-signal /sbin/shutdown "$@" </dev/null >"$T/said" 2>&1 &
	STARTED=$!
	eventually waiting
}
inside env --block-signal true 2>/dev/null || skip "env blocks no signals here"
start_deaf -r +3
inside shutdown -c
eventually nothing_left
wait "$STARTED" || die "the cancelled shutdown failed"
grep -q 'Shutdown cancelled\.' "$T/said"
start_deaf -r +3
inside kill -TERM "$PID"
eventually nothing_left
eventually not inside kill -0 "$PID" 2>/dev/null
# and who cancels may be deaf, too
start -r +3
inside env --block-signal --ignore-signal /sbin/shutdown -c
eventually nothing_left
in_level 3
