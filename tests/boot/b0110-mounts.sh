#!/bin/sh
# With nothing mounted at the start, FIFO, telinit and console work once a script has mounted it.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot <<INITTAB
id:2:initdefault:
s1::sysinit:/bin/busybox echo before: \$(ls /dev) \$(ls /proc | wc -l)
s2::sysinit:/sbin/mounts
ag:2:respawn:/sbin/agent
INITTAB
eventually serial_has 'before: console 0'
guest_eventually '[ -p /run/initctl ]'		# /run, mounted over, had lost the first one
guest 'echo "on:2:once:/bin/touch /tmp/reread" >>/etc/inittab; telinit q'
guest_eventually '[ -f /tmp/reread ]'
expect 600 guest 'stat -c %a /run/initctl'
expect 2 guest 'cat /run/runlevel'
