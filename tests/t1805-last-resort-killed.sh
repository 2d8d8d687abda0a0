#!/bin/sh
# After killall5 has killed the rest the last resort stands by; when it is killed it begins again; another level ends it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
l0:0:wait:/bin/sh -c "killall5 -9; exec /sbin/gate l0"
a1:4:respawn:/bin/sleep 1001
END
eventually in_level 3
telinit 0
eventually noted "gate l0"
resort() {
	for pid in $(children "$INIT_PID" && echo "$_kids"); do
		tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q -- '--last-resort' && echo "$pid" && return
	done 2>/dev/null
	return 1
}
again() {
	new=$(resort) && [ "$new" != "$old" ]
}
# killall5 has told init
eventually resort >"$T/out"
old=$(resort)
tr '\0' ' ' <"/proc/$old/cmdline" >"$T/words"
grep -qE -- '--last-resort (8[0-9]|90) ' "$T/words" || die "it is $(cat "$T/words")"
kill -KILL "$old"
eventually again
telinit u
again || die "it did not outlive an exec of init"
telinit 4
# first: where nobody is left it goes on at once
eventually not resort >"$T/out"
open_gate l0
eventually running a1
# in another level that means nothing
message 256 0 0 | send
never_within 300 resort
