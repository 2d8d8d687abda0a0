#!/bin/sh
# A request for a level that does not exist reads no table and starts nothing on demand.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:2:ondemand:/sbin/note a2
END
eventually running a1
echo a3:3:once:/sbin/note a3 >>"$R/etc/inittab"
message 1 Z 3 | send
message 1 256 3 | send
eventually console_has "bad runlevel"
never_within 300 noted a3
not noted a2
