#!/bin/sh
# A request and a signal that come while init is frozen are obeyed when it goes on.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
ca::ctrlaltdel:/sbin/note ca
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
eventually test -p "$R/run/initctl"
signal TSTP
old=$(pid_of a1) && kill "$old"
never_within 200 new_pid a1 "$old"	# so it is frozen
message 1 4 3 | send
signal INT
never_within 300 noted ca
in_level 3
signal CONT
eventually noted ca
eventually in_level 4
