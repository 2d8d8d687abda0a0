#!/bin/sh
# Of a long id utmp holds the first four bytes.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
getty1:3:once:/bin/sleep 1001
x:3:once:/bin/sleep 1002
END
find_records
eventually running getty1
eventually running x
eventually has_record "$UTMP" "5 $(inner_pid "$(pid_of getty1)") gett"
eventually has_record "$UTMP" "5 $(inner_pid "$(pid_of x)") x"
kill "$(pid_of getty1)"
eventually has_record "$UTMP" "8 [0-9]* gett"
