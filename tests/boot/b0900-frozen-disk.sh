#!/bin/sh
# A process that a frozen disk keeps from dying is named with its file, and the machine goes down, its root clean.
# limit: 150 s
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
limit=$((limit * 2)) patience=$((patience * 2))
mkdir "$root/mnt"
second=$T/second
PATH=$PATH:/usr/sbin:/sbin mke2fs -q -F -t ext4 "$second" 16M >/dev/null
qboot -r ext4 -drive "file=$second,format=raw,if=none,id=second,cache=unsafe" \
	-device nvme,drive=second,serial=second <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
s2::sysinit:/bin/mount -t ext4 /dev/nvme1n1 /mnt
wr:2:respawn:/bin/sh -c "exec >>/mnt/junk; while :; do echo x; usleep 10000; done"
ag:2:respawn:/sbin/agent
INITTAB
guest_eventually '[ -s /mnt/junk ]'
guest 'echo kept >/root/kept'
guest 'fsfreeze --freeze /mnt'
guest_eventually 'grep -q "^State:.*D" /proc/[0-9]*/status'
began=$(date +%s)
guest 'telinit 0; sleep 100' >/dev/null 2>&1 &
eventually serial_has 'the last resort'
eventually serial_has '/mnt/junk'
serial_has 'waiting for a disk'
# QEMU ends, or else limit ends it: then there is no clean root
eventually ended
echo "# it took $(($(date +%s) - began)) s"
PATH=$PATH:/usr/sbin:/sbin dumpe2fs -h "$T/disk" 2>/dev/null >"$T/super"
grep -q '^Filesystem state: *clean$' "$T/super" || die "the root is not clean"
! grep -q needs_recovery "$T/super" || die "the root was not unmounted, nor made read-only"
