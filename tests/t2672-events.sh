#!/bin/sh
# initctl shows the lines of a table as they ran: what, when, how they ended, and until when the boot went.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
command -v jq >/dev/null || skip "no jq (tests/setup installs it)"
boot <<END
id:3:initdefault:
si::sysinit:/sbin/gate si
bw::bootwait:/bin/true
w1:3:wait:/sbin/note w1
w2:3:wait:/bin/sh -c "exit 3"
w3:3:wait:/bin/sh -c "kill -9 \$\$"
r1:3:respawn:/bin/sleep 1001
o1:3:once:/bin/true
off:4:wait:/bin/true
end:3:respawn:/bin/sleep 1002
END
eventually noted "gate si"
inside initctl blame >"$T/out" 2>"$T/errors"
grep -q '^Boot, not over yet of' "$T/out" || die "the boot is not over yet"
grep -q ' si (sysinit: /sbin/gate si), still running$' "$T/out" || die "si runs"
open_gate si
eventually running end
all() {
	inside initctl plot --json >"$T/json" 2>"$T/errors" && [ "$(jq .boot.over "$T/json")" = true ]
}
eventually all
equal errors "$(cat "$T/errors")" ''
jq -r '.jobs[] | [.name, .kind, .level, .action, .command, .status, .failed] | map(tostring) | join(" ")' "$T/json" |
	sed '/^o1 /s/ [a-z0-9]* false$/ any false/' >"$T/jobs"
diff - "$T/jobs" <<'END'
si entry # sysinit /sbin/gate si 0 false
bw entry * bootwait /bin/true 0 false
w1 entry 3 wait /sbin/note w1 0 false
w2 entry 3 wait /bin/sh -c "exit 3" 3 true
w3 entry 3 wait /bin/sh -c "kill -9 $$" 137 true
r1 entry 3 respawn /bin/sleep 1001 null false
o1 entry 3 once /bin/true any false
end entry 3 respawn /bin/sleep 1002 null false
END
# one after the other, on the clock of the kernel
jq -e '[.jobs[] | select(.action == "sysinit" or .action == "bootwait" or .action == "wait")] |
	[range(1; length) as $i | .[$i].start >= .[$i - 1].end] | all' "$T/json" >"$T/out" || die "they waited for each other"
jq -e '.jobs | map(select(.on_path).name) == ["si", "bw", "w1", "w2", "w3"]' "$T/json" >"$T/out" || die "the critical path"
jq -e '.boot.total >= (.jobs | map(.start) | max) and .boot.failed == 2' "$T/json" >"$T/out" || die "the boot"
inside initctl blame >"$T/out"
# shellcheck disable=SC2016
grep -qF 'w3 (wait: /bin/sh -c "kill -9 $$"), signal 9' "$T/out" || die "blame does not tell of the signal"
