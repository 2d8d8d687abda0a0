#!/bin/sh
# A serial console stopped with Ctrl-S holds up neither init nor what it has to do.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/boot.sh
. "${0%/*}/../fault/boot.sh"
second_serial
console=ttyS1
pulse_words
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ca:2:ctrlaltdel:/bin/touch /tmp/three-keys
S1:23:respawn:/bin/getty -n -l /bin/sh -L 115200 ttyS1 vt100
ag:23:respawn:/sbin/agent ttyS0
$(pulse_lines)
l3:3:once:/bin/touch /tmp/three
INITTAB
eventually grep -q '# ' "$T/serial1"
type1 'while :; do echo flood; done'
flooded()
{
	[ "$(grep -c flood "$T/serial1")" -ge 5 ]
}
eventually flooded
printf '\023' >&7
guest '. /etc/words'
pulse a
# Each of these makes init speak to the stopped console.
guest 'start=$(now);
	echo nonsense >/run/initctl;
	for n in 1 2 3 4 5 6 7 8 9; do telinit q; done;
	telinit -t 1 3;
	until [ -f /tmp/three ]; do usleep 20000; done;
	kill -INT 1'
pulse b
took=$(guest 'echo $(($(now) - start))')
echo "# it took ${took}0 ms"
# in hundredths of a second; one that waits for the console does so for ever
most=1500
[ -z "${RUNG_SLOW-}" ] || most=$((most * 2))
[ "$took" -lt "$most" ] || die "it took ${took}0 ms"
