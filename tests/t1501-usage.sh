#!/bin/sh
# A call that cannot be understood is answered with the usage on standard error and status 1.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
refused() {
	status=0
	inside shutdown "$@" >"$T/out" 2>"$T/said" </dev/null || status=$?
	equal "status of $*" "$status" 1
	equal "output of $*" "$(cat "$T/out")" ''
	grep -q '^Usage:.*shutdown' "$T/said" || die "$*: no usage"
}
refused
refused -r
refused -z now
refused -t
refused -H now
refused -r -P now
refused -h -r -H now
for time in never 5m 12: 24:00 12:60 +1:60 -- + '' 5- +100000:00; do
	rm -f "$R/run/shutdown.pid"
	refused -r "$time"
done
in_level 3
