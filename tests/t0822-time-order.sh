#!/bin/sh
# The records in wtmp stand in the order of their times.
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
for _ in 1 2 3; do
	old=$(pid_of a1) && kill "$old"
	eventually new_pid a1 "$old"
done
eventually has_record "$WTMP" "5 $(inner_pid "$(pid_of a1)") a1"
utmpdump "$WTMP" 2>/dev/null | sed -n 's/^\[[58]\].*\[\([^]]*\)\]$/\1/p' >"$T/times"
equal records "$(wc -l <"$T/times")" 7
LC_ALL=C sort -c "$T/times"
