#!/bin/sh
# While an entry waits for its device nothing is recorded for it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,tty=ttyZ9:/sbin/gate a1
a2:3:respawn:/bin/sleep 1002
END
find_records
eventually console_has "waiting for it"
eventually has_record "$WTMP" "5 [0-9]* a2"
never_within 1500 has_record "$WTMP" "[58] [0-9]* a1"
inside ln -s console /dev/ttyZ9
eventually noted "gate a1"
eventually has_record "$WTMP" "5 [0-9]* a1"
equal records "$(count_records "$WTMP" "[58] [0-9]* a1")" 1
