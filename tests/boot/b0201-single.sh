#!/bin/sh
# The word single on the kernel's command line boots to level S.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot -a 'single' <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
~~:S:wait:/sbin/agent
ag:0123456789:respawn:/sbin/agent
INITTAB
expect 'N S' guest 'echo $PREVLEVEL $RUNLEVEL'
