#!/bin/sh
# Of several levels on the kernel's command line, the last one counts.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot -a 'S 3 single 4' <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
~~:S:wait:/sbin/agent
ag:0123456789:respawn:/sbin/agent
INITTAB
expect 'N 4' guest 'echo $PREVLEVEL $RUNLEVEL'
