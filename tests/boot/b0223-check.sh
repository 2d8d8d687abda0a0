#!/bin/sh
# --check as the only word for init on the kernel's command line does not make PID 1 exit.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot -a '-- --check' <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ag:2:respawn:/sbin/agent
INITTAB
expect 'N 2' guest 'echo $PREVLEVEL $RUNLEVEL'
