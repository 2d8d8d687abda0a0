#!/bin/sh
# Also between SIGTSTP and SIGCONT the dead are reaped.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only	# a classic init reaps when it happens to
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
signal TSTP
kill "$old"
eventually test ! -e "/proc/$old"
