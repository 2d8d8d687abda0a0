#!/bin/sh
# A power request sets the grace time, as one for a level does.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
po::powerokwait:/sbin/note po
END
eventually noted "stubborn a1"
old=$(pid_of a1)
message 4 0 0 | send
eventually noted po
sed -i /^a1:/d "$R/etc/inittab"
uptime_ms && began=$now
gone() {
	signal HUP	# again: the classic may sleep over one
	not alive "$old"
}
eventually gone
uptime_ms
[ $((now - began)) -lt 2500 ] || die "that took $((now - began)) ms"
