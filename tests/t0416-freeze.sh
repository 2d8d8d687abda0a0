#!/bin/sh
# After SIGTSTP init starts nothing, until SIGCONT.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
signal TSTP
kill "$old"
eventually not alive "$old"
never_within 300 running a1
signal CONT
eventually running a1
