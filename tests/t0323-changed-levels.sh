#!/bin/sh
# Levels edited away stop the process at the next reading, not at the one after.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:23:respawn:/bin/sleep 1001
END
eventually running a1
sed -i s/a1:23:/a1:2:/ "$R/etc/inittab"
signal HUP
eventually not running a1
