#!/bin/sh
# A child that cannot be killed, since its file system is frozen, is said, stepped over, and holds up nothing.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/boot.sh
. "${0%/*}/../fault/boot.sh"
mkdir "$root/mnt"
make_disk
pulse_words
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
s2::sysinit:/bin/mount -t ext4 /dev/nvme0n1 /mnt
wr:2:respawn:/bin/sh -c "while :; do echo x >>/mnt/junk; usleep 10000; done"
$(pulse_lines)
ag:23:respawn:/sbin/agent
l3:3:once:/bin/touch /tmp/three
INITTAB
guest '. /etc/words'
guest 'writer() { who "/bin/sh-cwhile"; }'
guest_eventually '[ -s /mnt/junk ]'
guest 'fsfreeze --freeze /mnt'
guest_eventually 'grep -q "^State:.*D" /proc/$(writer)/status'
pulse a
guest 'telinit -t 1 3' >/dev/null
pulse b
guest_eventually '[ -e /tmp/three ]'
eventually serial_has 'seems to hang'
guest 'grep -q "^State:.*D" /proc/$(writer)/status'
# in its level nothing new starts under its id while it is there; then it does
guest 'stuck=$(writer); telinit 2; usleep 500000; [ "$(writer)" = $stuck ]' >/dev/null
guest 'fsfreeze --unfreeze /mnt'
guest_eventually 'new=$(writer) && [ $new != $stuck ]'
