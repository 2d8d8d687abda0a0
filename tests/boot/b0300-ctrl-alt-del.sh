#!/bin/sh
# Ctrl-Alt-Del on the keyboard fires the ctrlaltdel entry, each time, instead of resetting the machine.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot <<INITTAB
id:2:initdefault:
ca:2:ctrlaltdel:/bin/busybox echo three keys
ag:2:respawn:/sbin/agent
INITTAB
guest true
monitor 'sendkey ctrl-alt-delete'
eventually serial_times 'three keys' 1
monitor 'sendkey ctrl-alt-delete'
eventually serial_times 'three keys' 2
alive
