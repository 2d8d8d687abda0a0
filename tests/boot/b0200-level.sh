#!/bin/sh
# A digit on the kernel's command line is the level to boot.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot -a '3' <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
~~:S:wait:/sbin/agent
ag:0123456789:respawn:/sbin/agent
INITTAB
expect 'N 3' guest 'echo $PREVLEVEL $RUNLEVEL'
