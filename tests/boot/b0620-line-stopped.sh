#!/bin/sh
# A serial console whose other side takes nothing any more holds up nothing, also when init closes and reopens it.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/boot.sh
. "${0%/*}/../fault/boot.sh"
second_serial
reader=$!
console=ttyS1
pulse_words
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
$(pulse_lines)
fl:2:respawn:/bin/yes flood
ag:23:respawn:/sbin/agent ttyS0
l3:3:once:/bin/touch /tmp/three
INITTAB
guest '. /etc/words'
guest 'sent() { sed -n "s/^1:.* tx:\([0-9]*\).*/\1/p" /proc/tty/driver/serial; }'
guest 'still() { before=$(sent); usleep 300000; [ $(sent) = $before ]; }'
eventually grep -q flood "$T/serial1"
kill -STOP "$reader"
guest_eventually still
pulse a
# each of these makes init speak, open and close the line; the flood's own death may wait for it
guest 'echo nonsense >/run/initctl; telinit q; telinit u' >/dev/null
pulse c
guest 'telinit -t 1 3' >/dev/null
guest_eventually '[ -e /tmp/three ]'
pulse b
guest still || die "the line was not stopped"
kill -CONT "$reader"
