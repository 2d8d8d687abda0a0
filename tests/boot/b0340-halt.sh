#!/bin/sh
# halt takes the system through level 0 and stops the machine without switching it off.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ag:2:respawn:/sbin/agent
l0:0:wait:/bin/sh -c "echo \$INIT_HALT; exec /sbin/halt -f"
INITTAB
guest true
type /sbin/halt
eventually serial_has 'reboot: System halted'
serial_has 'HALT'
alive
