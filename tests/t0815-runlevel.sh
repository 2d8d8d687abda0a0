#!/bin/sh
# runlevel prints the level before and the current one, and 'unknown' without any.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
END
find_records
eventually has_record "$UTMP" "1 20019"
equal "after boot" "$(inside runlevel)" "N 3"
telinit 5
eventually has_record "$UTMP" "1 $((53 + 256 * 51))"
equal "after a change" "$(inside runlevel)" "3 5"
equal "of a file" "$(inside runlevel /var/log/wtmp)" "N 3"
rm "$UTMP"
eventually in_level 5
equal "without utmp" "$(inside runlevel)" "N 5"
rm "$R/run/runlevel"
status=0
said=$(inside runlevel) || status=$?
equal "without anything" "$said $status" "unknown 1"
not test -e "$UTMP"
