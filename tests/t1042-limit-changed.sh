#!/bin/sh
# A limit that the table takes away while the process runs does not end it, nor does it after telinit u.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
table() {
	cat <<-END
		id:3:initdefault:
		a1:3:respawn$1:/bin/sleep 1001
		a2:3:respawn,limit=2:/bin/sleep 1002
	END
}
table ,limit=2 >"$T/table"
boot <"$T/table"
eventually running a1
eventually running a2
first=$(pid_of a1) second=$(pid_of a2)
table '' | put /etc/inittab
signal HUP
telinit u
eventually new_pid a2 "$second"
equal "the pid of the one whose limit is gone" "$(pid_of a1)" "$first"
