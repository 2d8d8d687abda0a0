#!/bin/sh
# Entries that start at the same time each get their record, boot and level one each.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
{	# not in a pipe: boot sets variables
	echo id:3:initdefault:
	n=100
	while [ "$n" -lt 150 ]; do
		echo "a$n:3:respawn:/bin/sleep 2$n"
		n=$((n + 1))
	done
} >"$T/table"
boot <"$T/table"
find_records
all() {
	[ "$(count_records "$UTMP" "5 [0-9]* a1..")" -eq 50 ] &&
		[ "$(count_records "$WTMP" "5 [0-9]* a1..")" -eq 50 ]
}
eventually all
for file in "$UTMP" "$WTMP"; do
	equal "boot records" "$(count_records "$file" 2)" 1
	equal "level records" "$(count_records "$file" 1)" 1
done
equal ids "$(records "$UTMP" | sed -n 's/^5 [0-9]* \(a1..\) .*/\1/p' | sort -u | wc -l)" 50
