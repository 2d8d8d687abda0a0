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
	quickest_restart a1
	[ "$best" -lt 2000 ] || die "with $make: $best ms"
done
telinit 4
eventually in_level 4
