#!/bin/sh
# When the inittab cannot be found on a later reading, everything goes on as before.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:2:once:/sbin/note a2
END
eventually running a1
old=$(pid_of a1)
mv "$R/etc/inittab" "$R/etc/away"
signal HUP
eventually console_has "/etc/inittab"
alive "$old"
mv "$R/etc/away" "$R/etc/inittab"
telinit 2
eventually noted a2
