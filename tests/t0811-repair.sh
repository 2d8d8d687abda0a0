#!/bin/sh
# A level change finds utmp empty and writes boot and level anew.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
a1:34:respawn:/bin/sleep 1001
END
find_records
eventually running a1
eventually has_record "$WTMP" "1 20019"
: >"$UTMP"
telinit 4
eventually has_record "$UTMP" "1 $((52 + 256 * 51)) ~~ runlevel"
eventually has_record "$UTMP" "2 0 ~~ reboot"
equal "boot records in wtmp" "$(count_records "$WTMP" 2)" 1
