#!/bin/sh
# --nicelevel, --procsched and --iosched set the priorities of the program.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
[ "$(nice)" -eq 0 ] || skip "the caller is not of usual priority"
gives 0 --start --exec /bin/nice --nicelevel 5
out_is 5
gives 0 --start --exec /bin/nice -N -5
out_is -5
inside nice -n 3 /sbin/ssd --start --exec /bin/nice --nicelevel 4 >"$T/out"
out_is 7
gives 0 --start --exec /bin/nice --nicelevel 50
out_is 19
gives 0 --start --exec /usr/bin/ionice --iosched idle
out_is idle
gives 0 --start --exec /usr/bin/ionice --iosched idle:3
out_is idle
gives 0 --start --exec /usr/bin/ionice -I best-effort
out_is "best-effort: prio 4"
gives 0 --start --exec /usr/bin/ionice --iosched best-effort:7
out_is "best-effort: prio 7"
gives 0 --start --exec /usr/bin/ionice --iosched real-time:0
out_is "realtime: prio 0"
inside chrt -f 5 true 2>/dev/null || skip "no real-time scheduling here"
# policy WORDS POLICY PRIORITY
policy() {
	gives 0 --start --exec /usr/bin/chrt --procsched "$1" -- -p 0
	grep -q "policy: $2\$" "$T/out" || die "$1: $(cat "$T/out")"
	grep -q "priority: $3\$" "$T/out" || die "$1: $(cat "$T/out")"
}
policy other SCHED_OTHER 0
policy other:0 SCHED_OTHER 0
policy fifo:5 SCHED_FIFO 5
policy rr:99 SCHED_RR 99
