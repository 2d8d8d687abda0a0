#!/bin/sh
# A level change does not wait longer than the processes need to end.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:2:once:/sbin/note a2
END
eventually running a1
uptime_ms && began=$now
telinit -t 30 2
eventually noted a2
uptime_ms
[ $((now - began)) -lt 9000 ] || die "that took $((now - began)) ms"
not console_has "the KILL signal"
