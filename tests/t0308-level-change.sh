#!/bin/sh
# A level change stops what the new level does not list, and leaves the rest alone.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:23:respawn:/bin/sleep 1002
a3:2:respawn:/bin/sleep 1003
END
eventually running a1
eventually running a2
kept=$(pid_of a2)
not running a3
telinit 2
eventually running a3
not running a1
equal "the process of both levels" "$(pid_of a2)" "$kept"
