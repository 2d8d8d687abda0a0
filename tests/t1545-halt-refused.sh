#!/bin/sh
# If the kernel refuses to stop, halt says so and exits with 0, and init goes on as before.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<INITTAB
id:3:initdefault:
zz:06:respawn:/bin/sleep 1000
INITTAB
eventually in_level 3
for name in halt poweroff reboot; do
	inside setpriv --bounding-set -sys_boot "$name" -f 2>"$T/said" || die "$name: status $?"
	grep -q "$name: the kernel refused" "$T/said"
done
echo a1:3:once:/sbin/note a1 >>"$R/etc/inittab"
telinit q
eventually noted a1
