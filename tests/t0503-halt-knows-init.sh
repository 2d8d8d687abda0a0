#!/bin/sh
# In levels 0 and 6 halt and reboot act at once without -f.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
l0:0:wait:/sbin/halt
l6:6:wait:/sbin/reboot
END
eventually in_level 3
telinit_last 0
ended_by halt
boot <<END
id:3:initdefault:
l0:0:wait:/sbin/halt
l6:6:wait:/sbin/reboot
END
eventually in_level 3
telinit_last 6
ended_by reboot
