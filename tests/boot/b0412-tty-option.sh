#!/bin/sh
# An entry with tty= waits until its line appears and then has it as its terminal: Ctrl-C works there.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
[ ! "$INIT" ] || grep -q RUNG_VERSION "$INIT" || skip "an option of rung"
second_serial
qboot <<INITTAB
id:2:initdefault:
S1:2:respawn,tty=ttyS1:/bin/sh
ag:2:respawn:/sbin/agent
INITTAB
guest '[ ! -e /dev/ttyS1 ]'
eventually serial_has 'waiting for it'
[ ! -s "$T/serial1" ]
guest 'mount -t devtmpfs dev /dev'
eventually grep -q '# ' "$T/serial1"
type1 'tty; echo began $((1 + 1)); sleep 1000'
eventually grep -q 'began 2' "$T/serial1"
printf '\003' >&7
type1 'echo status $?'
eventually grep -q 'status 130' "$T/serial1"
grep -q /dev/ttyS1 "$T/serial1"
! serial_has 'respawning too fast' || die "it was started in a loop"
