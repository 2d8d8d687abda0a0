#!/bin/sh
# respawn=THRESHOLD/DELAY waits DELAY seconds before a restart, and other entries do not.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,respawn=0/1/0:/bin/sleep 1001
a2:3:respawn:/bin/sleep 1002
END
eventually running a1
eventually running a2
one=$(pid_of a1) two=$(pid_of a2)
uptime_ms && began=$now
kill "$one" "$two"
eventually new_pid a2 "$two"
not running a1
eventually new_pid a1 "$one"
uptime_ms
took=$((now - began))
[ "$took" -ge 950 ] || die "only $took ms"
[ "$took" -lt 4000 ] || die "$took ms"
