#!/bin/sh
# Level 0 runs its entries, and they halt the system.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
l0:0:wait:/sbin/halt -f -p
END
eventually running a1
telinit_last 0
ended_by halt
