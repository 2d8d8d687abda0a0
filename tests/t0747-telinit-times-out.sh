#!/bin/sh
# When init does not read, telinit gives up after three seconds and says so.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
signal STOP
head -c 65536 /dev/zero | send
uptime_ms && began=$now
status=0
said=$(inside timeout 10 telinit 4 2>&1) || status=$?
uptime_ms
took=$((now - began))
signal CONT
equal "exit status" "$status" 1
equal message "$said" "telinit: timeout opening/writing control channel /run/initctl"
[ "$took" -ge 2500 ] || die "only $took ms"
never_within 200 in_level 4
telinit 5
eventually in_level 5
