#!/bin/sh
# -c cancels the shutdown that waits: it says so, exits with 0 and leaves nothing; the level stays.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
start -h -P +3 lunch
eventually test -e "$R/run/nologin"
inside shutdown -c
eventually not inside kill -0 "$PID" 2>/dev/null
wait "$STARTED" || die "the cancelled shutdown failed"
eventually nothing_left
grep -q 'Shutdown cancelled\.' "$T/said"
in_level 3
# nobody is there any more
status=0
inside shutdown -c 2>"$T/said" || status=$?
equal "status without a shutdown" "$status" 1
grep -q '^shutdown: ' "$T/said"
# Ctrl-C does the same
start -F -r +3
inside kill -INT "$PID"
wait "$STARTED" || die "the interrupted shutdown failed"
eventually nothing_left
grep -q 'Shutdown cancelled\.' "$T/said"
