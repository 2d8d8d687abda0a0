#!/bin/sh
# A process that is stopped obeys the level change all the same, without its grace running out.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:2:once:/sbin/note a2
END
eventually running a1
kill -STOP "$(pid_of a1)"
telinit -t 60 2
eventually noted a2
not running a1
