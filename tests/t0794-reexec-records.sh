#!/bin/sh
# telinit u writes no records and does not empty utmp.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
recorded() {
	utmpdump "$R/run/utmp" 2>/dev/null | grep -q '^\[1\]' &&
		utmpdump "$R/var/log/wtmp" 2>/dev/null | grep -q '^\[5\].*\[a1  \]'
}
eventually recorded
cp "$R/run/utmp" "$T/utmp"
cp "$R/var/log/wtmp" "$T/wtmp"
telinit u
eventually console_has reloading
never_within 300 not cmp -s "$R/run/utmp" "$T/utmp"
cmp "$R/var/log/wtmp" "$T/wtmp"
