#!/bin/sh
# When its keeper is killed, a shutdown cleans up itself, says so and fails.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
rung_only
boot_levels
start -F -r +3
eventually test -e "$R/run/nologin"
inside pkill -KILL -x down-keeper
status=0
wait "$STARTED" || status=$?
equal status "$status" 1
nothing_left
grep -q 'its keeper was killed' "$T/said"
in_level 3
