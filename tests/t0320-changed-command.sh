#!/bin/sh
# A changed command leaves the process alone and is used at its next start.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
echo a2:3:once:/sbin/note a2 >>"$R/etc/inittab"
sed -i s/1001/1011/ "$R/etc/inittab"
signal HUP
eventually noted a2
alive "$old"
kill "$old"
eventually running a1
