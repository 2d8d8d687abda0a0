#!/bin/sh
# Unsent output on a stopped serial console, which its last close waits for, does not hold up init.
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
ec:c:once:/bin/echo unsent unsent unsent unsent unsent unsent unsent unsent unsent unsent
ag:23:respawn:/sbin/agent ttyS0
$(pulse_lines | sed 's|$| </dev/null >/dev/null 2>&1|')
l3:3:once:/bin/touch /tmp/three
INITTAB
guest '. /etc/words'
eventually grep -q 'Entering runlevel: 2' "$T/serial1"
guest_eventually '! ls -l /proc/1/fd | grep -q /dev/console'
# the line takes nothing more: b0621 tells how.  Not with Ctrl-S: what that has stopped is thrown away at the last close
kill -STOP "$reader"
for size in 4096 1; do
	dd if=/dev/zero of="$T/s1.out" oflag=nonblock bs="$size" count=65536 2>/dev/null || :
done
# The kernel lets the program, which has the line open last and ends, wait up to 30 s, and anyone who opens the line
# with it.
guest 'start=$(now); telinit c; usleep 500000'
pulse a
guest 'telinit -t 1 3'
guest 'until [ -f /tmp/three ]; do usleep 20000; done'
took=$(guest 'echo $(($(now) - start))')
echo "# it took ${took}0 ms"
# in hundredths of a second; one that waits for the line does so for up to 30 s
most=1000
[ -z "${RUNG_SLOW-}" ] || most=$((most * 2))
[ "$took" -lt "$most" ] || die "it took ${took}0 ms"
pulse b
