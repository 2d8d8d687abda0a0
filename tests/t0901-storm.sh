#!/bin/sh
# A storm of signals and deaths at once loses no process and starts none twice.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:respawn:/bin/sleep 1002
kb::kbrequest:/bin/true
END
eventually running a1
eventually running a2
n=0 last=0
while [ $n -lt 8 ]; do
	eventually new_pid a1 "$last"
	last=$_new
	kill "$last"
	signal HUP
	signal WINCH
	signal HUP
	n=$((n + 1))
done
eventually new_pid a1 "$last"
eventually running a2
equal "processes of a1" "$(pids_of a1 | wc -l)" 1
equal "processes of a2" "$(pids_of a2 | wc -l)" 1
