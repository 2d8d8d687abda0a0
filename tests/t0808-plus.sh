#!/bin/sh
# An entry with the prefix + has no records.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
a1:3:once:+/sbin/note a1
a2:3:once:+@/sbin/note a2
a3:3:once:/sbin/note a3
END
find_records
eventually noted a1
eventually noted a2
eventually has_record "$WTMP" "8 [0-9]* a3"
for file in "$UTMP" "$WTMP"; do
	equal "records of a1 and a2" "$(count_records "$file" "[0-9] [0-9]* a[12]")" 0
done
