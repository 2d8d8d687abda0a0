#!/bin/sh
# Without memory to be had process 1 goes on, and its children start.
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
# as much address space as it has now, and not a page more
prlimit --pid "$INIT_PID" --as="$(($(sed -n 's/^VmSize:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$INIT_PID/status") * 1024)):"
signal HUP
eventually console_has "cannot read /etc/inittab"
pulse a
telinit -t 1 2
eventually running a2
pulse b
prlimit --pid "$INIT_PID" --as="$(sed -n 's/^Max address space *\([^ ]*\).*/\1/p' /proc/self/limits):"
echo "n1:2:once:/sbin/note n1" >>"$R/etc/inittab"
signal HUP
eventually noted n1
pulse c
