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
n=0 last=
while [ $n -lt 9 ]; do
	last=$(pid_of a1) && kill "$last" || :
	signal HUP
	signal WINCH
	signal HUP
	n=$((n + 1))
done 2>/dev/null
not_last() {
	new_pid a1 "$last" && ! alive "$last"
}
eventually not_last
eventually running a2
equal "processes of a1" "$(pids_of a1 | wc -l)" 1
equal "processes of a2" "$(pids_of a2 | wc -l)" 1
