#!/bin/sh
# A group that forks and forks holds up nothing, and is gone after the KILL.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
bo:3:respawn:/sbin/harm bomb
r2:2:respawn:/bin/sleep 1006
TABLE
eventually running a1
eventually running bo
group=$(inner_pid "$(pid_of bo)")
bombs() {
	[ "$(inside pgrep -c -g "$group")" -ge "$1" ]
}
eventually bombs 8
pulse a
telinit -t 2 2
eventually console_has "Sending processes configured via /etc/inittab the TERM signal"
pulse b
eventually running r2
! bombs 1 || die "some of it lives"
pulse c
