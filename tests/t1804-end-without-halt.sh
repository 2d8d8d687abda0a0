#!/bin/sh
# Where there is no halt program, or it can do nothing, init itself asks the kernel.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
inside rm -f /sbin/halt /sbin/poweroff /sbin/reboot
telinit_last 6
ended_by reboot
