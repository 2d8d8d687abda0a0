#!/bin/sh
# A child that a level change stops has one record of its death, with its pid.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:34:once:/bin/sleep 1002
END
find_records
eventually running a1
eventually running a2
one=$(inner_pid "$(pid_of a1)") two=$(inner_pid "$(pid_of a2)")
telinit 4
eventually has_record "$WTMP" "8 $one a1"
sed -i 's/^a2.*/a3:4:once:\/sbin\/note a3/' "$R/etc/inittab"
signal HUP
eventually has_record "$WTMP" "8 $two a2"
eventually noted a3
eventually has_record "$WTMP" "8 [0-9]* a3"
for entry in a1 a2 a3; do
	equal "deaths of $entry" "$(count_records "$WTMP" "8 [0-9]* $entry")" 1
done
equal "deaths of pid 0" "$(count_records "$WTMP" "8 0")" 0
