#!/bin/sh
# When sysinit, sulogin, shells and gettys are all missing, init stays and obeys the keyboard.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
rm "$root/bin/sh"
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/nothing
S0:2345:respawn:/sbin/getty-that-is-not-there ttyS0
w1:2:wait:/usr/lib/neither
ca::ctrlaltdel:/bin/busybox echo three keys
INITTAB
eventually serial_has 'respawning too fast'
monitor 'sendkey ctrl-alt-delete'
eventually serial_has 'three keys'
alive
