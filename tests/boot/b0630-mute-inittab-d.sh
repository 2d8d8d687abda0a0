#!/bin/sh
# An inittab.d whose file system does not answer keeps no child from its restart and no class from its start.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/boot.sh
. "${0%/*}/../fault/boot.sh"
need_mute
mkdir "$root/etc/inittab.d"
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
$(pulse_lines)
oc:c:once:/bin/sh -c "echo once >>/tmp/once; exec sleep 1004"
ag:23:respawn:/sbin/agent
INITTAB
pulse_words
mute /etc/inittab.d
pulse a
guest 'telinit q' | grep -q 'not checked'
pulse b
# what runs once for a class runs once, though the table is read, in vain, after it
guest 'telinit c'
guest_eventually '[ -s /tmp/once ]'
eventually serial_has 'keeping the old table'
respawns
expect 1 guest 'wc -l </tmp/once'
