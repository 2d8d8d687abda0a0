#!/bin/sh
# A level change is not delayed by a wait entry: it is killed when the new level lacks it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:wait:/bin/sleep 1001
a2:2:once:/sbin/note a2
END
eventually running a1
old=$(pid_of a1)
telinit -t 1 2
eventually noted a2
not alive "$old"
