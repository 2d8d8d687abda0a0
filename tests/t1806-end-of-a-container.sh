#!/bin/sh
# Where process 1 may not stop the system, and it is that of a container, it exits with status 0.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot --no-reboot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
telinit_last 0
ended_by 0
console_has "the end of this container"
