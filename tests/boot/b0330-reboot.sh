#!/bin/sh
# reboot takes the system through level 6 and restarts the machine.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ag:2:respawn:/sbin/agent
l6:6:wait:/bin/sh -c "echo level \$RUNLEVEL after \$PREVLEVEL; exec /sbin/reboot -f"
INITTAB
guest true
type /sbin/reboot
eventually ended	# -no-reboot: QEMU ends where it would start anew
serial_has 'level 6 after 2'
serial_has 'reboot: Restarting system'
