#!/bin/sh
# What ignores SIGTERM gets SIGKILL after the seconds of telinit -t.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
END
eventually noted "stubborn a1"
old=$(pid_of a1)
uptime_ms && began=$now
telinit -t 1 2
eventually not alive "$old"
uptime_ms
took=$((now - began))
[ "$took" -ge 900 ] || die "only $took ms of grace"
eventually console_has "Sending processes configured via /etc/inittab the TERM signal"
eventually console_has "Sending processes configured via /etc/inittab the KILL signal"
