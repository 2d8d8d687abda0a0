#!/bin/sh
# An entry that waits for a device is forgotten when its level is left, and waits again later.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,tty=ttyZ9:/sbin/gate a1
a2:4:once:/sbin/note a2
END
eventually console_has "waiting for it"
telinit 4
eventually noted a2
inside ln -s console /dev/ttyZ9
never_within 500 noted "gate a1"
inside rm /dev/ttyZ9
telinit 3
waiting_again() {
	[ "$(console_count "waiting for it")" -eq 2 ]
}
eventually waiting_again
inside ln -s console /dev/ttyZ9
eventually noted "gate a1"
