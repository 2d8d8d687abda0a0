#!/bin/sh
# utmp does not grow while entries are started again and again.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:respawn:/bin/sleep 1002
a3:3:respawn:/bin/sleep 1003
END
find_records
for entry in a1 a2 a3; do
	eventually running "$entry"
done
eventually has_record "$UTMP" 1
size=$(wc -c <"$UTMP")
for entry in a1 a3 a2 a1 a2 a3; do
	old=$(pid_of "$entry") && kill "$old"
	eventually new_pid "$entry" "$old"
	eventually has_record "$UTMP" "5 $(inner_pid "$(pid_of "$entry")") $entry"
done
equal "size of utmp" "$(wc -c <"$UTMP")" "$size"
