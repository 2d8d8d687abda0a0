#!/bin/sh
# A power event is acted on while a level change waits for processes to end.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
pn::powerfailnow:/sbin/note pn
END
eventually noted "stubborn a1"
old=$(pid_of a1)
telinit -t 60 2
eventually console_has "the TERM signal"
message 3 0 60 | send
eventually noted pn
alive "$old"
