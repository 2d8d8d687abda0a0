#!/bin/sh
# As /init of an initramfs, init boots to a shell on the serial console.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
S0:2345:respawn:/bin/getty -n -l /bin/sh -L 115200 ttyS0 vt100
INITTAB
# What is typed is echoed: each answer holds a number that the question does not.
eventually serial_has '# '
type 'echo $((6 * 7)) on $(tty) under $(readlink /proc/1/exe)'
eventually serial_has '42 on /dev/ttyS0 under /sbin/init'

type 'echo began $((1 + 1)); sleep 1000'	# Ctrl-C ends the command, not the shell
eventually serial_has 'began 2'
keys '\003'
type 'echo status $?'
eventually serial_has 'status 130'

type exit					# and a shell that ends comes back
eventually serial_times 'built-in shell' 2
alive
