#!/bin/sh
# While it waits it sleeps: nothing is polled, and it wakes when the process ends.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
p=$(spawn_mule)
inside /sbin/ssd --stop --name foo --retry TERM/30 >"$T/out" 2>"$T/err" &
job=$!
eventually test -n "$(spawned foo)"
sleeper() {
	waiting=$(spawned ssd)
	[ -n "$waiting" ] && grep -q '^State:.S' "$R/proc/$waiting/status"
}
eventually sleeper
woken() {
	sed -n 's/^voluntary_ctxt_switches:[[:blank:]]*//p' "$R/proc/$waiting/status"
}
sleep 0.3
before=$(woken)
sleep 1
equal "times it woke up" "$(woken)" "$before"
inside kill -KILL "$p"
uptime_ms
start=$now
wait "$job" || die "status $?"
uptime_ms
[ $((now - start)) -lt 5000 ] || die "it slept on"
