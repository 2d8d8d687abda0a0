#!/bin/sh
# With telinit -t 0 SIGKILL follows SIGTERM at once.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
END
eventually noted "stubborn a1"
old=$(pid_of a1)
uptime_ms && began=$now
telinit -t 0 2
eventually not alive "$old"
uptime_ms
[ $((now - began)) -lt 2500 ] || die "that took $((now - began)) ms"
