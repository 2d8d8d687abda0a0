#!/bin/sh
# After HUP, too, a changed action stops the old process before the new one starts.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only	# the classic charges the death to the new process, but not each time
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
echo a2:3:once:/sbin/note a2 >>"$R/etc/inittab"
sed -i s/a1:3:respawn/a1:3:wait/ "$R/etc/inittab"
signal HUP
eventually not alive "$old"
eventually running a1
never_within 300 noted a2
equal "processes of a1" "$(pids_of a1 | wc -l)" 1
kill "$(pid_of a1)"
eventually noted a2
