#!/bin/sh
# bootlogd copies to all consoles of the kernel, and goes on when one was hung up.
# shellcheck source=tests/boot/bootlogd.sh disable=SC2016
. "${0%/*}/bootlogd.sh"
boot_for_log -a console=tty0
screen='fold -w 80 /dev/vcs1'
guest 'bootlogd -c -l /run/log'
guest 'echo everywhere >/dev/console'
guest_eventually "$screen | grep -q everywhere"
eventually serial_has everywhere
guest_log ': everywhere'
# the end of a session hangs its terminal up
guest 'setsid -c true </dev/tty1'
guest 'echo again >/dev/console'
guest_eventually "$screen | grep -q again"
eventually serial_has again
guest_log ': again'
