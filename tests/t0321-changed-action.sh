#!/bin/sh
# A changed action stops the process and starts it anew.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
sed -i s/once/respawn/ "$R/etc/inittab"
telinit q
eventually not alive "$old"
eventually running a1
old=$(pid_of a1) && kill "$old"
eventually new_pid a1 "$old"
