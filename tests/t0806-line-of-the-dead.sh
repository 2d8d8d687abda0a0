#!/bin/sh
# The record of a death keeps the line that a getty or login has put there.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
abc1:3:once:/bin/sleep 1001
abc2:3:respawn:/bin/sleep 1002
END
find_records
eventually running abc1
eventually running abc2
one=$(inner_pid "$(pid_of abc1)") two=$(inner_pid "$(pid_of abc2)")
eventually has_record "$UTMP" "1 20019 ~~"
# what login would do
utmpdump "$UTMP" 2>/dev/null | sed 's/^\[5\] \(.*\[abc[12]\]\) \[ *\] \[ *\] \[ *\]/[7] \1 [alice   ] [ttyZ9       ] [far.away            ]/' |
	utmpdump -r 2>/dev/null >"$T/utmp"
cat "$T/utmp" >"$UTMP"
has_record "$UTMP" "7 $one abc1 alice ttyZ9 far.away"
kill "$(pid_of abc1)" "$(pid_of abc2)"
eventually has_record "$UTMP" "8 $one abc1 - ttyZ9 -"
eventually has_record "$WTMP" "8 $one abc1 - ttyZ9"
eventually has_record "$WTMP" "8 $two abc2 - ttyZ9"
eventually has_record "$UTMP" "5 [0-9]* abc2 - - -"
