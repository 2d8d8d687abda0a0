#!/bin/sh
# A storm of SIGHUP does no harm.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
n=0
while [ $n -lt 200 ]; do
	signal HUP
	n=$((n + 1))
done
echo a2:3:once:/sbin/note a2 >>"$R/etc/inittab"
signal HUP
eventually noted a2
alive "$old"
equal "processes of a1" "$(pids_of a1 | wc -l)" 1
