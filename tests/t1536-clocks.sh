#!/bin/sh
# Minutes are slept on the boottime clock, a time of day on the wall clock whose steps are noticed, and nothing polls.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
rung_only
boot_levels
# traced CLOCK ARGUMENT...: it sleeps on that one, in one call
traced() {
	wanted=$1
	shift
	rm -f "$R/run/trace"
	inside strace -o /run/trace shutdown "$@" </dev/null >"$T/said" 2>&1 &
	eventually sleeps
	grep -q "^timerfd_create($wanted," "$R/run/trace" || die "$*: not $wanted"
	grep -q '^timerfd_settime.*TFD_TIMER_ABSTIME' "$R/run/trace"
	lines=$(wc -l <"$R/run/trace")
	never_within 1500 not has_lines "$lines"
	inside shutdown -c || die "it is not cancelled"
	eventually nothing_left
}
sleeps() {
	grep -q '^timerfd_settime' "$R/run/trace" 2>/dev/null && [ "$(tail -n 1 "$R/run/trace" | cut -d '(' -f 1)" = poll ]
}
has_lines() {
	[ "$(wc -l <"$R/run/trace")" -eq "$1" ]
}
traced CLOCK_BOOTTIME -r +20
traced CLOCK_REALTIME -r "$(date -u -d '+3 hours' +%H:%M)"
grep -q '^timerfd_settime.*TFD_TIMER_CANCEL_ON_SET' "$R/run/trace"
