#!/bin/sh
# wtmp is never made; one that comes late gets boot and level first.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
si::sysinit:/bin/rm /var/log/wtmp
a1:3:respawn:/bin/sleep 1001
END
find_records
eventually running a1
never_within 200 test -e "$WTMP"
: >"$WTMP"
old=$(pid_of a1) && kill "$old"
eventually new_pid a1 "$old"
new=$(inner_pid "$(pid_of a1)")
eventually has_record "$WTMP" "5 $new a1"
case $(records "$WTMP" | sed "s/ .*//" | tr -d "\n") in
2185 | 1285) ;;
*) die "$(records "$WTMP")" ;;
esac
