#!/bin/sh
# A line that is added while a level change waits for processes to end is started.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
END
eventually noted "stubborn a1"
old=$(pid_of a1)
telinit -t 60 2
eventually console_has "the TERM signal"
echo a2:2:once:/sbin/note a2 >>"$R/etc/inittab"
signal HUP
telinit -t 0 q
eventually noted a2
eventually not alive "$old"
