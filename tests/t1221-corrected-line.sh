#!/bin/sh
# A line that waits for its device, and is corrected, starts at the reload, not at its next look.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,tty=ttyZZ:/bin/sleep 1001
END
looked_times() {
	inside sh -c '/sbin/init --check-state 3 3</proc/1/fd/9' >"$T/state" || die "no state"
	[ "$(grep -c '^event [0-9]* held a1 ' "$T/state")" -eq "$1" ]
}
# the pauses double: the next look is eight seconds away then
eventually looked_times 4
sed 's/,tty=ttyZZ//' "$R/etc/inittab" | put /etc/inittab
signal HUP
patience=6
eventually running a1
