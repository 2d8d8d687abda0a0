#!/bin/sh
# Removing a line stops its process, whether HUP or telinit q tells of it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:respawn:/bin/sleep 1002
a3:3:respawn:/bin/sleep 1003
END
eventually running a1 && eventually running a2 && eventually running a3
one=$(pid_of a1) two=$(pid_of a2) three=$(pid_of a3)
sed -i /^a1:/d "$R/etc/inittab"
signal HUP
eventually not alive "$one"
alive "$two"
sed -i /^a2:/d "$R/etc/inittab"
telinit q
eventually not alive "$two"
alive "$three"
