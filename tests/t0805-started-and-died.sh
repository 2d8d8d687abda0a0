#!/bin/sh
# A child has one utmp record, for its start and then its death; wtmp has them all.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
a1:3:once:/bin/sleep 1001
a2:3:respawn:/bin/sleep 1002
END
find_records
eventually running a1
eventually running a2
one=$(inner_pid "$(pid_of a1)") two=$(inner_pid "$(pid_of a2)")
eventually has_record "$UTMP" "5 $one a1 - -"
eventually has_record "$UTMP" "5 $two a2 - -"
kill "$(pid_of a1)"
eventually has_record "$UTMP" "8 $one a1 - -"
eventually has_record "$WTMP" "8 $one a1 - -"
old=$(pid_of a2)
kill "$old"
eventually new_pid a2 "$old"
next=$(inner_pid "$(pid_of a2)")
eventually has_record "$UTMP" "5 $next a2 - -"
eventually has_record "$WTMP" "5 $next a2 - -"
equal "records of a2 in utmp" "$(count_records "$UTMP" "[0-9] [0-9]* a2")" 1
equal "order in wtmp" "$(records "$WTMP" | sed -n 's/^\([58] [0-9]* a2\) .*/\1/p' | tr '\n' ,)" \
	"5 $two a2,8 $two a2,5 $next a2,"
