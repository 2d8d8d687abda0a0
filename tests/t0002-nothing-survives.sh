#!/bin/sh
# When the launcher is killed, everything inside ends with it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:respawn:/bin/setsid -w /bin/sleep 1002
END
eventually running a1
eventually runs "/bin/sleep 1002"
one=$(pid_of a1) two=$(pids_running "/bin/sleep 1002")
kill -KILL "$LAUNCHER"
eventually ended
eventually not alive "$one"
eventually not alive "$two"
