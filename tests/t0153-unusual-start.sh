#!/bin/sh
# What cannot be started in the quick way is started all the same, and what cannot be started at all is said: once for each start.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
fixtures() {
	mkdir -p "$T/skel/sbin"
	echo 'sleep 1001' >"$T/skel/sbin/plain"
	chmod 755 "$T/skel/sbin/plain"
}
boot <<END
id:3:initdefault:
p1:3:respawn:+/sbin/plain
p2:3:once:+/sbin/missing
p3:3:once:+/etc
p4:3:respawn:+sleep 1004
p5:4:respawn:+/bin/sleep 1005
END
eventually runs "sleep 1001"
eventually running p4
eventually console_has 'cannot execute "/sbin/missing"'
eventually console_has 'cannot execute "/etc"'
telinit 4
eventually running p5
console_times 1 'cannot execute "/sbin/missing"'
console_times 1 'cannot execute "/etc"'
