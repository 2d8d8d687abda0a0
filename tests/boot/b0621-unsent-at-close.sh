#!/bin/sh
# Bytes that init itself could not send on a stopped line, which its close would wait for, hold up nothing.
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
$(pulse_lines | sed 's|$| </dev/null >/dev/null 2>&1|')
ag:23:respawn:/sbin/agent ttyS0
INITTAB
guest '. /etc/words'
guest 'sent() { sed -n "s/^1:.* tx:\([0-9]*\).*/\1/p" /proc/tty/driver/serial; }'
guest 'holds_line() { ls -l /proc/1/fd | grep -q /dev/console; }'
eventually grep -q 'Entering runlevel: 2' "$T/serial1"
guest_eventually '! holds_line'
# QEMU writes to a pipe and has no CTS to take back: once that is full, its UART's transmitter stands still, as
# one that has lost CTS.  Nobody but init has the line open.
kill -STOP "$reader"
for size in 4096 1; do
	dd if=/dev/zero of="$T/s1.out" oflag=nonblock bs="$size" count=65536 2>/dev/null || :
done
said_at=$(guest sent)
# it keeps the descriptor, for two seconds at most
guest 'echo nonsense >/run/initctl; until holds_line; do usleep 10000; done'
pulse a
# what is said meanwhile goes the same way
guest 'telinit q'
pulse b
# at most the UART's 16 bytes
[ $(($(guest sent) - said_at)) -le 17 ] || die "the line was not stopped"
guest_eventually '! holds_line'
pulse c
kill -CONT "$reader"
guest 'telinit 3'
eventually grep -q 'Switching to runlevel: 3' "$T/serial1"
