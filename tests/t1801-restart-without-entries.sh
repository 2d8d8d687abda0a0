#!/bin/sh
# Level 6 whose entries have ended restarts the system, at once when nothing is left to be ended.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
w1:6:wait:/sbin/note w1
END
eventually running a1
uptime_ms && began=$now
telinit_last 6
ended_by reboot
uptime_ms
took=$((now - began))
echo "# $took ms"
noted w1
# nobody waited for a grace time
[ -n "${RUNG_SLOW-}" ] || [ "$took" -lt 3000 ] || die "$took ms"
