#!/bin/sh
# Setting a variable leaves the grace time as it is.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:34:respawn:/sbin/stubborn a1
a2:4:once:/sbin/note a2
END
eventually noted "stubborn a1"
old=$(pid_of a1)
telinit -t 0 4
eventually noted a2
message 6 0 60 'INIT_A=1\0\0' | send
sed -i /^a1:/d "$R/etc/inittab"
uptime_ms && began=$now
gone() {
	signal HUP	# again: the classic may sleep over one
	not alive "$old"
}
eventually gone
uptime_ms
[ $((now - began)) -lt 2500 ] || die "that took $((now - began)) ms"
