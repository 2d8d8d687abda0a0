#!/bin/sh
# What respawn= leaves out is 5 seconds and 5 times.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,respawn=1:/bin/sleep 1001
a2:3:respawn,respawn=3600/0:/sbin/note a2
END
eventually running a1
old=$(pid_of a1)
uptime_ms && began=$now
kill "$old"
eventually console_has 'Id "a2" in a crash loop: 6 crashes'
equal "starts of a2" "$(note_count a2)" 6
eventually new_pid a1 "$old"
uptime_ms
[ $((now - began)) -ge 4900 ] || die "only $((now - began)) ms"
