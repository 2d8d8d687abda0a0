#!/bin/sh
# Entries are kept alive while a level change waits for others to end.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
a2:23:respawn:/bin/sleep 1002
END
eventually noted "stubborn a1"
eventually running a2
telinit -t 60 2
eventually console_has "the TERM signal"
old=$(pid_of a2) && kill "$old"
eventually new_pid a2 "$old"
