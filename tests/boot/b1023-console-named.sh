#!/bin/sh
# A getty on the line that console= names, by that name or as console, lets one in, with a terminal of its own.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2016,SC2154
. "${0%/*}/lib.sh"
# shellcheck source=tests/boot/system.sh
. "$here/system.sh"
make_system
add_program who
# the name of the line, as the kernel knows it
sed -i 's|^S0:.*|co:2345:respawn:/sbin/getty -L 115200 $(cat /sys/class/tty/console/active) vt100|' "$root/etc/inittab"
boot_system
log_in
enter '/sbin/who; tty'
{ shown 'ttyS0' 2 && shown '/dev/ttyS0'; } || die "not on ttyS0"
enter 'sed -i "s/^co:.*/co:2345:respawn:\/sbin\/getty -L 115200 console vt100/" /etc/inittab; telinit q'
forget
type 'exit'
log_in
enter '/sbin/who; tty'
{ shown 'root     console' && shown '/dev/console'; } || die "not on the console"
forget
type 'echo be""gun; sleep 7777'
eventually shown begun
keys '\003'
eventually prompted
