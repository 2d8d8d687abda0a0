#!/bin/sh
# A NUL byte makes a line bad, and only that line.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
printf 'id:3:initdefault:\na1:3:once:/sbin/note a\0b\na2:3:wait:/sbin/note a2\n' >"$T/table"
boot <"$T/table"
eventually noted a2
eventually console_has "/etc/inittab[2]"
never_within 200 noted a
