#!/bin/sh
# Children that die at the same time all come back, though their signals merge.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:respawn:/bin/sleep 1002
a3:3:respawn:/bin/sleep 1003
a4:3:respawn:/bin/sleep 1004
END
for entry in a1 a2 a3 a4; do
	eventually running "$entry"
done
a1=$(pid_of a1) a2=$(pid_of a2) a3=$(pid_of a3) a4=$(pid_of a4)
signal STOP
kill -KILL "$a3" "$a1" "$a4" "$a2"
signal HUP
signal CONT
eventually new_pid a1 "$a1"
eventually new_pid a2 "$a2"
eventually new_pid a3 "$a3"
eventually new_pid a4 "$a4"
