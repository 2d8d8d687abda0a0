#!/bin/sh
# With console=tty0 last, init's messages and its children's console are the screen, not the serial line.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot -a 'console=tty0' <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
sc:2:wait:/bin/echo seen on the screen
ag:2:respawn:/sbin/agent ttyS0
INITTAB
screen='fold -w 80 /dev/vcs1'
guest "$screen | grep -q 'seen on the screen'"
guest "$screen | grep -q 'INIT: Entering runlevel: 2'"
! serial_has 'seen on the screen' || die "the entry wrote to the serial line"
! serial_has 'INIT:' || die "init wrote to the serial line"
