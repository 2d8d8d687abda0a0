#!/bin/sh
# pidof prints pids on one line, the highest first, a blank between; -d takes another character, -s one of each.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
a2:3:once:/bin/sleep 1002
END
eventually running a1
eventually running a2
cp /bin/sleep "$R/tmp/other"
inside setsid -f /tmp/other 1003
both() {
	other=$(inside pidof other)
}
eventually both
p1=$(inner_pid "$(pid_of a1)") p2=$(inner_pid "$(pid_of a2)")
high=$((p1 > p2 ? p1 : p2)) low=$((p1 > p2 ? p2 : p1))
equal "two" "$(inside pidof sleep | od -An -c)" "$(printf '%s %s\n' $high $low | od -An -c)"
equal "-d ," "$(inside pidof -d , sleep)" "$high,$low"
equal "-d ''" "$(inside pidof -d '' sleep)" "$high$low"
equal "-s" "$(inside pidof -s sleep)" "$high"
equal "two programs" "$(inside pidof other sleep none)" "$other $high $low"
equal "-s of two" "$(inside pidof -s sleep other)" "$high $other"
equal "-s -d" "$(inside pidof -s -d : other sleep)" "$other:$high"
inside pidof sleep none >/dev/null
status=0
inside pidof none nobody >"$T/said" 2>&1 || status=$?
equal "status when nobody was found" "$status" 1
[ ! -s "$T/said" ] || die "it speaks: $(cat "$T/said")"
