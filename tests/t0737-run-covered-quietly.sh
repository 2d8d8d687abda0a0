#!/bin/sh
# A file system mounted over /run gets its FIFO at once, without a request.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
for step in 'mount -t tmpfs new /run' 'umount -l /run; rm /run/initctl'; do
	uptime_ms && began=$now
	inside sh -c "$step"
	eventually inside test -p /run/initctl
	uptime_ms
	[ $((now - began)) -lt 1500 ] || die "that took $((now - began)) ms: $step"
done
