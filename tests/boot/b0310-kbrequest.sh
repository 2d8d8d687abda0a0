#!/bin/sh
# The keyboard signal of the virtual consoles fires the kbrequest entry, each time.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot -a 'console=tty0' <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
kb:2:kbrequest:/bin/sh -c "echo x >>/tmp/kbrequest"
ag:2:respawn:/sbin/agent ttyS0
INITTAB
# Give F12 the function KeyboardSignal (0x0212): the plain map begins at byte 263, F12 is 88.
guest 'dumpkmap >/tmp/map; printf "\022\002" |
	dd of=/tmp/map bs=1 seek=439 conv=notrunc 2>/dev/null; loadkmap </tmp/map'
monitor 'sendkey f12'
guest_eventually '[ "$(wc -l </tmp/kbrequest)" = 1 ]'
monitor 'sendkey f12'
guest_eventually '[ "$(wc -l </tmp/kbrequest)" = 2 ]'
