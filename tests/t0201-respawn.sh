#!/bin/sh
# A respawn entry that dies is started again.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1) && kill -KILL "$old"
eventually new_pid a1 "$old"
