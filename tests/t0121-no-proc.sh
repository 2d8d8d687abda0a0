#!/bin/sh
# Init works where /proc is not mounted.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot --no-proc <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:wait:/sbin/note a2
END
eventually noted a2
eventually running a1
telinit 2
eventually not running a1
