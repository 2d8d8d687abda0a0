#!/bin/sh
# A respawn entry with a limit begins anew each time; one without it, or with a limit that is far, is left alone.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,limit=1:/bin/sleep 1001
a2:3:respawn,limit=1000:/bin/sleep 1002
a3:3:respawn:/bin/sleep 1003
END
eventually running a1
eventually running a2
eventually running a3
old=$(pid_of a1) second=$(pid_of a2) third=$(pid_of a3)
eventually new_pid a1 "$old"
equal "the pid of the one with a far limit" "$(pid_of a2)" "$second"
equal "the pid of the one without" "$(pid_of a3)" "$third"
