#!/bin/sh
# A getty on a second serial line, once its node is there, lets one in while the console has another.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
second_serial
qboot <<INITTAB
id:2:initdefault:
S1:2:respawn:/bin/getty -n -l /bin/sh -L 115200 ttyS1 vt100
si::sysinit:/sbin/mounts
ag:2:respawn:/sbin/agent
INITTAB
guest true
eventually grep -q '# ' "$T/serial1"
type1 'echo $((6 * 7)) on $(tty)'
eventually grep -q '42 on /dev/ttyS1' "$T/serial1"
