#!/bin/sh
# telinit u does not read the table, not even one that is gone.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
cat >"$R/etc/inittab" <<END
id:3:initdefault:
a2:3:once:/sbin/note a2
END
telinit u
eventually console_has reloading
never_within 300 noted a2
alive "$old"
kill "$old"
again() {
	[ -n "$(pids_running "/bin/sleep 1001")" ]
}
eventually again
