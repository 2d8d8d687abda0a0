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
kill "$one" "$two"
eventually new_pid a2 "$two"
eventually new_pid a1 "$one"
# init sees both deaths at about the same time, and starts a2 at once
waited=$(($(started_at "$(pid_of a1)") - $(started_at "$(pid_of a2)")))
[ "$waited" -ge 900 ] || die "only $waited ms after the other"
[ "$waited" -lt 3000 ] || die "$waited ms after the other"
