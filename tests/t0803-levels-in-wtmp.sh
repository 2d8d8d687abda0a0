#!/bin/sh
# utmp has one record of the level, wtmp has one for each change.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
END
find_records
eventually has_record "$WTMP" "1 $((51 + 256 * 78)) ~~ runlevel ~"
telinit 5
eventually has_record "$WTMP" "1 $((53 + 256 * 51)) ~~ runlevel ~"
telinit S
eventually has_record "$WTMP" "1 $((83 + 256 * 53)) ~~ runlevel ~"
eventually has_record "$UTMP" "1 $((83 + 256 * 53)) ~~ runlevel ~"
equal "level records in utmp" "$(count_records "$UTMP" 1)" 1
equal "boot records in utmp" "$(count_records "$UTMP" "2 0 ~~ reboot ~")" 1
equal "boot records in wtmp" "$(count_records "$WTMP" "2 0 ~~ reboot ~")" 1
