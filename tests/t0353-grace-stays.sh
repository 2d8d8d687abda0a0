#!/bin/sh
# The grace of the last request holds for later SIGHUPs.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:23:respawn:/sbin/stubborn a1
END
eventually noted "stubborn a1"
old=$(pid_of a1)
telinit -t 0 2
eventually in_level 2
sed -i /^a1:/d "$R/etc/inittab"
uptime_ms && began=$now
signal HUP
eventually not alive "$old"
uptime_ms
[ $((now - began)) -lt 2500 ] || die "that took $((now - began)) ms"
