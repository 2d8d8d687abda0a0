#!/bin/sh
# An inittab.d whose file system does not answer keeps no child from its restart and no class from its start.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/boot.sh
. "${0%/*}/../fault/boot.sh"
need_mute
mkdir "$root/etc/inittab.d"
pulse_words
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
$(pulse_lines)
on:c:once:/bin/sh -c "echo once >>/tmp/once"
ag:23:respawn:/sbin/agent
INITTAB
guest '. /etc/words'
mute /etc/inittab.d
pulse a
guest 'telinit q' | grep -q 'not checked'
pulse b
# what runs once for a class runs once, though the table is read, in vain, after it
pulse c
guest_eventually '[ -s /tmp/once ]'
eventually serial_has 'keeping the old table'
expect 1 guest 'wc -l </tmp/once'
