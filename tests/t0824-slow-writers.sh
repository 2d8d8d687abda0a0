#!/bin/sh
# Entries that start at the same time get their records, however long the machine lets who writes one wait.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
# shellcheck source=tests/traced.sh
. "${0%/*}/traced.sh"
boot <<END
id:3:initdefault:
a0:4:respawn:/bin/sleep 1000
a1:4:respawn:/bin/sleep 1001
a2:4:respawn:/bin/sleep 1002
a3:4:respawn:/bin/sleep 1003
END
find_records
eventually in_level 3
# with the lock in its hands each of them waits
trace_init -e trace=pwrite64 -e inject=pwrite64:delay_enter=50000
telinit 4
all() {
	[ "$(count_records "$1" "5 [0-9]* a.")" -eq 4 ]
}
for id in 0 1 2 3; do
	eventually running "a$id"
done
eventually all "$WTMP"
eventually all "$UTMP"
traced 'pwrite64.*DELAYED' || skip "strace delays nothing here"
kill "$TRACER"
