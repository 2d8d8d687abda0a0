#!/bin/sh
# A negative grace time is none at all, and a huge one does no harm.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
a2:4:respawn:/bin/sleep 1002
a3:5:respawn:/bin/sleep 1003
END
eventually noted "stubborn a1"
old=$(pid_of a1)
uptime_ms && began=$now
message 1 4 4294967290 | send
eventually not alive "$old"
uptime_ms
[ $((now - began)) -lt 2500 ] || die "that took $((now - began)) ms"
eventually running a2
message 1 5 2147483647 | send
eventually running a3
not running a2
