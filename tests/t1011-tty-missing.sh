#!/bin/sh
# An entry whose tty= device is missing waits quietly and starts as soon as it appears.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,tty=ttyZ9:/sbin/gate a1
a2:3:respawn:/bin/sleep 1002
END
eventually console_has 'Id "a1": /dev/ttyZ9: No such file or directory; waiting for it'
eventually running a2
never_within 1500 noted "gate a1"
uptime_ms && began=$now
ln -s console "$R/dev/ttyZ9"
eventually noted "gate a1"
took=$(($(started_at "$(pid_of a1)") - began))
[ "$took" -lt 1000 ] || die "it was started after $took ms"
equal messages "$(console_count "waiting for it")" 1
equal "its standard input" "$(inside readlink /proc/"$(inner_pid "$(pid_of a1)")"/fd/0)" /dev/console
# away and back again
inside rm /dev/ttyZ9
open_gate a1
waiting_again() {
	[ "$(console_count "waiting for it")" -eq 2 ]
}
eventually waiting_again
inside ln -s console /dev/ttyZ9
again() {
	[ "$(note_count "gate a1")" -eq 2 ]
}
eventually again
