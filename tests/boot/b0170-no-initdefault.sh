#!/bin/sh
# Without initdefault, init asks for the level on the console, and again until it gets one.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot <<INITTAB
si::sysinit:/sbin/mounts
ag:3:respawn:/sbin/agent
INITTAB
eventually serial_has 'Enter runlevel:'
type nonsens
eventually serial_times 'Enter runlevel:' 2
type 3
expect 'N 3' guest 'echo $PREVLEVEL $RUNLEVEL'
