#!/bin/sh
# An idle system is down in well under a second, and its scripts spend none of it sleeping.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2016,SC2154
. "${0%/*}/lib.sh"
# shellcheck source=tests/boot/system.sh
. "$here/system.sh"
make_system
boot_system
log_in
# printk shows the moment of the power switch, in seconds since the start
forget
type 'sleep 3; cut -d " " -f 1 /proc/uptime; telinit 0'
eventually ended
began=$(tail -c "+$((from + 1))" "$T/serial" | tr -d '\r' | sed -n 's/^\([0-9]*\)\.\([0-9][0-9]\)$/\1\2/p' | head -n 1)
ended=$(tr -d '\r' <"$T/serial" | sed -n 's/.*\[ *\([0-9]*\)\.\([0-9][0-9]\)[0-9]*\] reboot: Power down.*/\1\2/p')
echo "# it took $((ended - began))0 ms"
# A busy machine, which translates besides, is slow in all: there the yardstick is the boot.
if [ "${RUNG_SLOW-}" ]; then
	[ $((ended - began)) -lt "$began" ] || die "it took $((ended - began))0 ms, and the boot ${began}0 ms"
	exit 0
fi
# no script of ours waits for a second
! tr -d '\r' <"$T/serial" | grep -E '[1-9][0-9]*\.[0-9]+ s +stop' >&2 || die "a script took a second"
# translated, on a busy machine, a script takes ten times as long as on a real one
[ $((ended - began)) -lt 500 ] || die "it took $((ended - began))0 ms"
