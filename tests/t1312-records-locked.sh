#!/bin/sh
# Locks that another process of root holds on utmp and wtmp delay no start noticeably.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
TABLE
eventually running a1
eventually test -s "$R/run/utmp"
harm_lasts lock /run/utmp /var/log/wtmp
pulse a
pulse b
kill "$harm_pid"
