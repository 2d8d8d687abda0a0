#!/bin/sh
# A stop in progress goes on after a crash, and its grace ends when it would have.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
a2:4:respawn:/bin/sleep 1002
END
eventually noted "stubborn a1"
old=$(pid_of a1)
uptime_ms && began=$now
telinit -t 3 4
eventually console_has "the TERM signal"
survive crash
survive crash
alive "$old"
eventually not alive "$old"
uptime_ms
took=$((now - began))
[ "$took" -ge 2900 ] || die "only $took ms of grace"
[ "$took" -lt 5500 ] || die "$took ms of grace"
eventually running a2
