#!/bin/sh
# Changing an entry to off stops its process.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:respawn:/bin/sleep 1002
END
eventually running a1
eventually running a2
old=$(pid_of a1) kept=$(pid_of a2)
sed -i s/a1:3:respawn/a1:3:off/ "$R/etc/inittab"
signal HUP
eventually not alive "$old"
alive "$kept"
never_within 200 running a1
