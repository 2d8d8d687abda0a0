#!/bin/sh
# The line in the log waits until nobody else wants the processor, init above all.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
rung_only
boot_levels
collect_log
inside strace -f -qq -o /run/trace -e trace=sched_setscheduler,connect shutdown -h now </dev/null >"$T/said" 2>&1 &
eventually in_level 0
# idle_before CALL: the process that makes it has become one of that class before
idle_before() {
	awk -v call="$1" '/sched_setscheduler\(.*SCHED_IDLE/ { idle[$1] = 1 }
		index($0, call) && idle[$1] { found = 1 }
		END { exit !found }' "$R/run/trace"
}
eventually idle_before '/dev/log'
eventually logged 'shutting down for system halt'
