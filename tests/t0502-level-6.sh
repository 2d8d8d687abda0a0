#!/bin/sh
# Level 6 runs its entries, and they reboot the system.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
l6:6:wait:/sbin/reboot -f
END
eventually running a1
telinit_last 6
ended_by reboot
