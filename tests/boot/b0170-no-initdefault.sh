#!/bin/sh
# Without initdefault, init asks for the level on the console, and serves the keyboard meanwhile.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot <<INITTAB
si::sysinit:/sbin/mounts
ca::ctrlaltdel:/bin/busybox echo three keys
ag:3:respawn:/sbin/agent
INITTAB
eventually serial_has 'Enter runlevel:'
type 'nonsense'
eventually serial_times 'Enter runlevel:' 2
type 3
expect 'N 3' guest 'echo $PREVLEVEL $RUNLEVEL'
