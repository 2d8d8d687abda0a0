#!/bin/sh
# As init=/sbin/init on a disk without /dev/console, started with no open descriptors, init works.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot -r ext4 <<INITTAB
id:3:initdefault:
s1::sysinit:/bin/sh -c "ls /dev >/tmp/before"
s2::sysinit:/sbin/mounts
ag:34:respawn:/sbin/agent ttyS0
l4:4:wait:/bin/sh -c "echo entered 4 >/dev/console"
INITTAB
expect ext4 guest "sed -n 's,/dev/root / \([^ ]*\) .*,\1,p' /proc/mounts"
guest '[ -f /tmp/before ] && [ ! -s /tmp/before ]'
expect 'N 3' guest 'echo $PREVLEVEL $RUNLEVEL'
guest 'telinit 4'
eventually serial_has 'entered 4'
# What init itself says reaches the console that has come meanwhile.
eventually serial_has 'Switching to runlevel: 4'
