#!/bin/sh
# What stands before a wait entry is kept alive while that runs.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:wait:/sbin/gate a2
END
eventually noted "gate a2"
eventually running a1
old=$(pid_of a1) && kill "$old"
eventually new_pid a1 "$old"
