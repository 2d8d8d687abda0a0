#!/bin/sh
# grace=0 sends SIGKILL at once.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,grace=0:/sbin/stubborn a1
END
eventually noted "stubborn a1"
old=$(pid_of a1)
telinit -t 60 4
uptime_ms && began=$now
eventually not alive "$old"
uptime_ms
[ $((now - began)) -lt 1000 ] || die "that took $((now - began)) ms"
