#!/bin/sh
# A typing error in the line of a running entry does not stop it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:respawn:/bin/sleep 1002
END
eventually running a1
eventually running a2
one=$(pid_of a1) two=$(pid_of a2)
sed -i 's/a1:3:respawn/a1:3:respwan/; s/a2:3:respawn:.*/a2:3:respawn/' "$R/etc/inittab"
echo a3:3:once:/sbin/note a3 >>"$R/etc/inittab"
signal HUP
eventually noted a3
eventually console_has "respwan"
alive "$one"
alive "$two"
