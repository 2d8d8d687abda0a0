#!/bin/sh
# A line that is added starts its process, whether HUP or telinit q tells of it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
echo a1:3:respawn:/bin/sleep 1001 >>"$R/etc/inittab"
signal HUP
eventually running a1
echo a2:3:respawn:/bin/sleep 1002 >>"$R/etc/inittab"
telinit q
eventually running a2
