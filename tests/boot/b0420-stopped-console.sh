#!/bin/sh
# A serial console stopped with Ctrl-S holds up neither init nor what it has to do.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
second_serial
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ca:2:ctrlaltdel:/bin/touch /tmp/three-keys
S0:23:respawn:/bin/getty -n -l /bin/sh -L 115200 ttyS0 vt100
ag:23:respawn:/sbin/agent ttyS1
rs:23:respawn:/bin/sleep 1000
l3:3:once:/bin/touch /tmp/three
INITTAB
eventually serial_has '# '
type 'while :; do echo flood; done'
eventually serial_times flood 5
keys '\023'
eventually grep -q ': ready' "$T/serial1"
# Each of these makes init speak to the stopped console.  A script on the other line notes how
# many seconds it took until all had been done.
file1='start=$(date +%s);
	old=$(pidof sleep); kill $old;
	until new=$(pidof sleep) && [ $new != $old ]; do usleep 20000; done;
	echo nonsense >/run/initctl;
	for n in 1 2 3 4 5 6 7 8 9; do telinit q; done;
	telinit -t 1 3;
	until [ -f /tmp/three ]; do usleep 20000; done;
	kill -INT 1;
	echo took $(($(date +%s) - start)) s'
type1 "$(printf %s "$file1" | tr '\n' ' ')"
eventually grep -q 'took [0-9]* s' "$T/serial1"
seconds=$(sed -n 's/.*took \([0-9]*\) s.*/\1/p' "$T/serial1")
[ "$seconds" -lt 15 ] || die "it took $seconds s"
