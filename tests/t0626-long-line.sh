#!/bin/sh
# A long comment is skipped silently.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
{
	printf '#%0100000d\n' 0
	echo id:3:initdefault:
	echo a1:3:once:/sbin/note a1
} >"$T/table"
boot <"$T/table"
eventually noted a1
eventually console_has "Entering runlevel: 3"
not console_has "/etc/inittab["
