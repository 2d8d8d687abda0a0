#!/bin/sh
# poweroff takes the system through level 0 and switches the machine off.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ag:2:respawn:/sbin/agent
l0:0:wait:/bin/sh -c "echo level \$RUNLEVEL after \$PREVLEVEL; exec /sbin/halt -f -p"
INITTAB
guest true
type /sbin/poweroff
eventually ended
serial_has 'level 0 after 2'
serial_has 'reboot: Power down'
