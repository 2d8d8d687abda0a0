#!/bin/sh
# killall5 ignores SIGTERM and SIGHUP, and keeps its memory out of reach of a dead disk.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/stubborn 1
END
eventually noted "stubborn 1"
inside killall5 -15 &
waiting() {
	waiting=$(cd "$R/proc" && grep -l '(killall5)' [0-9]*/stat 2>/dev/null) && waiting=${waiting%/stat}
}
eventually waiting
# bits 14 and 0
ignored=$(sed -n 's/^SigIgn:.*\(....\)$/\1/p' "$R/proc/$waiting/status")
equal "SIGTERM and SIGHUP ignored" "$((0x$ignored & 0x4001))" "$((0x4001))"
locked=$(sed -n 's/^VmLck:[^0-9]*\([0-9]*\) kB/\1/p' "$R/proc/$waiting/status")
[ "$locked" -gt 0 ] || die "no memory is locked"
inside kill "$waiting"
wait $! || die "it has ended by SIGTERM"
