#!/bin/sh
# From the shell that init=/bin/sh is, the commands of doc/install.md put the init of before back, and it boots.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
mv "$root/sbin/init" "$root/sbin/init.old"
file sbin/init 755 </dev/null
qboot -r ext4 -i /bin/sh -a ro <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ag:2:respawn:/sbin/agent
INITTAB
eventually serial_has '# '
sed -n '/^`init=.bin.sh`/,/^## /s/^    //p' "$top/doc/install.md" >"$T/commands"
grep -q 'reboot -f' "$T/commands"
while read -r command; do
	type "$command"
done <"$T/commands"
eventually ended
start_qemu 'root=/dev/nvme0n1 rw'
guest 'grep -q RUNG_VERSION /proc/1/exe'
expect 'N 2' guest runlevel
