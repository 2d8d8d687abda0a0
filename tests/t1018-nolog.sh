#!/bin/sh
# nolog keeps an entry out of utmp and wtmp.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:once,nolog:/sbin/note a1
a2:3:once:/sbin/note a2
END
find_records
eventually noted a1
eventually has_record "$WTMP" "8 [0-9]* a2"
eventually has_record "$UTMP" "8 [0-9]* a2"
for file in "$UTMP" "$WTMP"; do
	equal "records of a1" "$(count_records "$file" "[58] [0-9]* a1")" 0
done
