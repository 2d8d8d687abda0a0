#!/bin/sh
# telinit u while a level change waits for processes to end forgets neither them nor the time.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
a2:4:respawn:/bin/sleep 1002
END
eventually noted "stubborn a1"
old=$(pid_of a1)
uptime_ms && began=$now
telinit -t 2 4
eventually console_has "the TERM signal"
message 1 U 2 | send
eventually console_has reloading
eventually not alive "$old"
uptime_ms
took=$((now - began))
[ "$took" -ge 1900 ] || die "only $took ms of grace"
[ "$took" -lt 4500 ] || die "$took ms of grace"
eventually running a2
in_level 4
