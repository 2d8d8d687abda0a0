#!/bin/sh
# A /var/log whose file system does not answer keeps no child from its restart and no class from its start.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/boot.sh
. "${0%/*}/../fault/boot.sh"
need_mute
pulse_words
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
s2::sysinit:/bin/touch /run/utmp
$(pulse_lines)
ag:23:respawn:/sbin/agent
l3:3:once:/bin/touch /tmp/three
INITTAB
guest '. /etc/words'
mute /var/log
pulse a
pulse b
pulse c
guest 'telinit 3' >/dev/null
guest_eventually '[ -e /tmp/three ]'
# and init has nothing open there
guest '! ls -l /proc/1/fd | grep /var/log'
