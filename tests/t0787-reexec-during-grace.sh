#!/bin/sh
# telinit u is obeyed during the grace of a level change.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
END
eventually noted "stubborn a1"
old=$(pid_of a1)
telinit -t 60 4
eventually console_has "the TERM signal"
message 1 U 60 | send
eventually console_has reloading
alive "$old"
kill -KILL "-$old"	# all of its group
eventually console_has "no more processes left in this runlevel"
