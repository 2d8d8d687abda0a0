#!/bin/sh
# While init asks for the level it serves requests: telinit, from another line, answers in one's place.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
second_serial
qboot <<INITTAB
s1::sysinit:/sbin/mounts
s2::sysinit:/bin/sh -c "setsid agent ttyS1 &"
l3:3:wait:/bin/sh -c "echo \$PREVLEVEL to \$RUNLEVEL >/tmp/three"
INITTAB
eventually serial_has 'Enter runlevel:'
eventually grep -q ': ready' "$T/serial1"
type1 '/sbin/telinit 3; until grep to /tmp/three; do usleep 20000; done'
eventually grep -q 'N to 3' "$T/serial1"
