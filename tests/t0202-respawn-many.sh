#!/bin/sh
# Several respawn entries run at the same time, and each comes back alone.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:respawn:/bin/sleep 1002
a3:3:respawn:/bin/sleep 1003
END
eventually running a1 && eventually running a2 && eventually running a3
one=$(pid_of a1) two=$(pid_of a2) three=$(pid_of a3)
kill -TERM "$two"
eventually new_pid a2 "$two"
alive "$one"
alive "$three"
