#!/bin/sh
# Another level can be asked for while a level change waits for processes to end.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
a4:4:once:/sbin/note a4
END
eventually noted "stubborn a1"
old=$(pid_of a1)
telinit -t 60 2
eventually console_has "the TERM signal"
telinit -t 0 4
eventually noted a4
eventually in_level 4
eventually not alive "$old"
