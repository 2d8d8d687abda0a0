#!/bin/sh
# A request for a level that does not exist is reported and changes nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
message 1 Z 3 | send
eventually console_has "bad runlevel: Z"
message 1 200 3 | send
in_level 3
alive "$old"
message 1 4 3 | send
eventually in_level 4
