#!/bin/sh
# grace=1 sends SIGKILL after one second, whatever telinit -t says.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,grace=1:/sbin/stubborn a1
END
eventually noted "stubborn a1"
old=$(pid_of a1)
uptime_ms && began=$now
telinit -t 60 4
eventually not alive "$old"
uptime_ms
took=$((now - began))
[ "$took" -ge 900 ] || die "only $took ms"
[ "$took" -lt 4000 ] || die "$took ms"
