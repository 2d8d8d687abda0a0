#!/bin/sh
# With a console= that is not there, init boots and works without any console.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
console=hvc0
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ag:23:respawn:/sbin/agent ttyS0
l3:3:wait:/bin/touch /tmp/three
INITTAB
expect 'N 2' guest 'echo $PREVLEVEL $RUNLEVEL'
! guest 'true 2>/dev/null </dev/console' || die "this kernel has a console after all"
guest 'telinit 3'
guest_eventually '[ -f /tmp/three ]'
