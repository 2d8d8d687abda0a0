#!/bin/sh
# telinit a starts the ondemand entries of class a, keeps them alive and leaves the level.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:a:ondemand:/bin/sleep 1001
a2:A:respawn:/bin/sleep 1002
b1:b:ondemand:/bin/sleep 1003
a3:3:respawn:/bin/sleep 1004
END
eventually running a3
not running a1
kept=$(pid_of a3)
telinit a
eventually running a1
eventually running a2
not running b1
old=$(pid_of a1) && kill "$old"
eventually new_pid a1 "$old"
alive "$kept"
in_level 3
