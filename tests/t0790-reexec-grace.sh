#!/bin/sh
# The grace time of the last request outlives telinit u, whose own counts.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
END
eventually noted "stubborn a1"
old=$(pid_of a1)
telinit -t 0 u
eventually console_has reloading
sed -i /^a1:/d "$R/etc/inittab"
uptime_ms && began=$now
gone() {
	signal HUP	# again: the classic may sleep over one
	not alive "$old"
}
eventually gone
uptime_ms
[ $((now - began)) -lt 2500 ] || die "that took $((now - began)) ms"
