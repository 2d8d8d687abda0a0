#!/bin/sh
# Unsent output on a stopped serial console, which its last close waits for, does not hold up init.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
second_serial
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ye:2:once:/bin/yes flood
ag:23:respawn:/sbin/agent ttyS1
l3:3:once:/bin/touch /tmp/three
INITTAB
eventually serial_times flood 5
keys '\023'
eventually grep -q ': ready' "$T/serial1"
# The kernel lets the dying program, which had the line open last, wait up to 30 s, and anyone
# who opens the line with it.
type1 'start=$(date +%s); kill $(pidof yes); telinit -t 1 3'
type1 'until [ -f /tmp/three ]; do usleep 20000; done; echo took $(($(date +%s) - start)) s'
eventually grep -q 'took [0-9]* s' "$T/serial1"
seconds=$(sed -n 's/.*took \([0-9]*\) s.*/\1/p' "$T/serial1")
[ "$seconds" -lt 10 ] || die "it took $seconds s"
