#!/bin/sh
# A FIFO that is removed comes back by itself, at once.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
for _ in 1 2 3; do
	rm "$R/run/initctl"
	uptime_ms && began=$now
	eventually test -p "$R/run/initctl"
	uptime_ms
	[ $((now - began)) -lt 1000 ] || die "that took $((now - began)) ms"
done
telinit 4
eventually in_level 4
