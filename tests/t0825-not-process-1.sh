#!/bin/sh
# An init that is not process 1 (init -i) records deaths, too: its helpers see the table.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
find_records
eventually running a1
kill -KILL "$(pid_of a1)"
eventually not running a1
eventually has_record "$WTMP" "8 [0-9]* a1"
inside setsid -f /sbin/init -i 3
eventually running a1
one=$(inner_pid "$(pid_of a1)")
kill -KILL "$(pid_of a1)"
eventually has_record "$WTMP" "8 $one a1"
