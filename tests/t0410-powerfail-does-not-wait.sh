#!/bin/sh
# While a powerfail entry runs everything else is kept alive.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
pf::powerfail:/sbin/gate pf
END
eventually running a1
signal PWR
eventually noted "gate pf"
old=$(pid_of a1) && kill "$old"
eventually new_pid a1 "$old"
