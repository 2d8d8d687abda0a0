#!/bin/sh
# What is no file in the place of utmp or wtmp neither stops nor delays a start.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
find_records
eventually running a1
eventually has_record "$UTMP" 1
for make in mkdir mkfifo; do
	rm -rf "$UTMP" "$WTMP"
	"$make" "$UTMP" "$WTMP"
	best=10000
	for _ in 1 2 3; do	# the machine may be busy
		old=$(pid_of a1)
		uptime_ms && began=$now
		kill "$old"
		eventually new_pid a1 "$old"
		uptime_ms
		[ $((now - began)) -ge "$best" ] || best=$((now - began))
	done
	[ "$best" -lt 2000 ] || die "with $make: $best ms"
done
telinit 4
eventually in_level 4
