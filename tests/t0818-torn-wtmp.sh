#!/bin/sh
# A record that a full disk has torn in wtmp does not spoil those behind it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
find_records
eventually running a1
eventually has_record "$WTMP" "5 [0-9]* a1"
head -c 100 /dev/zero >>"$WTMP"
old=$(pid_of a1) && kill "$old"
eventually new_pid a1 "$old"
eventually has_record "$WTMP" "5 $(inner_pid "$(pid_of a1)") a1"
