#!/bin/sh
# A request for the current level changes nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note a1
END
eventually noted a1
rm "$R/etc/inittab"
telinit 3
signal WINCH
never_within 200 console_has "Switching to runlevel"
not console_has "No inittab file found"
