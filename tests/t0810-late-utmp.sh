#!/bin/sh
# utmp that comes late has boot and level as soon as there is another record.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
si::sysinit:/bin/rm /run/utmp
a1:3:respawn:/bin/sleep 1001
END
find_records
eventually running a1
[ -e "$UTMP" ] || : >"$UTMP"
old=$(pid_of a1) && kill "$old"
eventually new_pid a1 "$old"
new=$(inner_pid "$(pid_of a1)")
eventually has_record "$UTMP" "5 $new a1"
eventually has_record "$UTMP" "2 0 ~~ reboot"
has_record "$UTMP" "1 20019 ~~ runlevel"
