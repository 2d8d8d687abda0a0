#!/bin/sh
# A file that is put into /etc/inittab.d is read with the next reading.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
echo m1:3:respawn:/bin/sleep 1001 | put /etc/inittab.d/more.tab
signal HUP
eventually running m1
rm "$R/etc/inittab.d/more.tab"
old=$(pids_running "/bin/sleep 1001")
signal HUP
eventually not alive "$old"
