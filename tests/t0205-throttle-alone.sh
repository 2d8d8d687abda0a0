#!/bin/sh
# One held entry does not keep others from running.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/note a1
a2:3:respawn:/bin/sleep 1002
END
eventually console_has "respawning too fast"
eventually running a2
old=$(pid_of a2) && kill "$old"
eventually new_pid a2 "$old"
