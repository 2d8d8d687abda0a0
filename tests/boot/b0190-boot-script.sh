#!/bin/sh
# A boot script on the console can be ended with Ctrl-C; a daemon it has left behind lives on.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot <<INITTAB
id:2:initdefault:
s1::sysinit:/sbin/mounts
s2::sysinit:/bin/sh -c "sleep 777 & echo left behind"
s3::bootwait:/bin/sh -c "tty; echo press now; sleep 1000"
ag:2:respawn:/sbin/agent
INITTAB
eventually serial_has 'press now'
serial_has /dev/console
keys '\003'
guest 'grep -q . /proc/$(pidof sleep)/cmdline'
guest 'tr "\0" " " </proc/$(pidof sleep)/cmdline | grep "sleep 777"'
