#!/bin/sh
# On a read-only root init boots; after its program was replaced, telinit u lets root be read-only again.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
file etc/inittab <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
rs:2:respawn:/bin/sleep 1000
ag:2:respawn:/sbin/agent ttyS0
INITTAB
make_disk
start_qemu 'root=/dev/nvme0n1 ro init=/sbin/init'
guest 'grep " / ext4 ro" /proc/mounts' >/dev/null
expect 'N 2' guest 'echo $PREVLEVEL $RUNLEVEL'
old=$(guest 'pidof sleep')
guest 'mount -o remount,rw / && cp /sbin/init /sbin/init.new && mv /sbin/init.new /sbin/init'
! guest 'mount -o remount,ro /' >/dev/null || die "the replaced file does not keep root busy"
guest 'telinit u'
guest_eventually 'mount -o remount,ro /'
expect "$old" guest 'pidof sleep'
