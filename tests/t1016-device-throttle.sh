#!/bin/sh
# A device that comes and goes does not count as starting too fast.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,tty=ttyZ9:/sbin/gate a1
END
eventually console_has "waiting for it"
n=0
while [ "$n" -lt 30 ]; do
	inside sh -c 'ln -s nowhere /dev/ttyZ9; rm /dev/ttyZ9'
	n=$((n + 1))
done
inside ln -s console /dev/ttyZ9
eventually noted "gate a1"
not console_has "too fast"
