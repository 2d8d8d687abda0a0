#!/bin/sh
# What only resembles a time is none: minutes have two digits, and nothing is longer than 99999 hours.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
for time in 1:2:3 ++3 12:5 12:005 99999999999; do
	status=0
	inside timeout -s INT 5 shutdown -k -r "$time" >"$T/said" 2>&1 </dev/null || status=$?
	equal "status of $time" "$status" 1
	grep -qF "$time: expected a TIME" "$T/said" || die "$time: $(cat "$T/said")"
done
