#!/bin/sh
# A level without processes is reported once.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:2:respawn:/bin/sleep 1001
END
eventually console_has "no more processes left in this runlevel"
signal WINCH
signal HUP
never_within 300 not console_times 1 "no more processes left in this runlevel"
