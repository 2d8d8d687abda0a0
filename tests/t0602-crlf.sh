#!/bin/sh
# Lines that end in CR LF are as good as others.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
printf 'id:3:initdefault:\r\na1:3:wait:/sbin/note a1\r\n' >"$T/table"
boot <"$T/table"
eventually noted a1
eventually console_has "Entering runlevel: 3"
not console_has "/etc/inittab["
