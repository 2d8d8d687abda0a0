#!/bin/sh
# Without a descriptor to be had process 1 goes on, and its children start.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
a2:2:respawn:/bin/sleep 1005
TABLE
eventually running a1
limit=$(sed -n 's/^Max open files *\([0-9]*\).*/\1/p' /proc/self/limits)
# the next one that is opened would be above the limit; children have what init began with
prlimit --pid "$INIT_PID" --nofile=3:
pulse a
pulse b
telinit 2
eventually running a2
equal "limit of a child" "$(sed -n 's/^Max open files *\([0-9]*\).*/\1/p' "/proc/$(pid_of a2)/limits")" \
	"$limit"
prlimit --pid "$INIT_PID" --nofile="$limit":
echo "n1:2:once:/sbin/note n1" >>"$R/etc/inittab"
signal HUP
eventually noted n1
