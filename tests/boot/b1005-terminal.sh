#!/bin/sh
# On a terminal, make boot gives it to the system: one logs in, shuts down, and is back.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2154
. "${0%/*}/lib.sh"
command -v script >/dev/null || skip "no script (tests/setup installs it)"
# shellcheck source=tests/boot/system.sh
. "$here/system.sh"
# what script(1) shows is what the words of system.sh look at; the keys come from $T/in
SHELL=/bin/sh setpriv --pdeathsig KILL script -q -f -e -c "exec setpriv --pdeathsig KILL sh '$here/play'" "$T/serial" \
	<"$T/in" >/dev/null 2>&1 &
qemu=$!
eventually shown 'Ctrl-A x'
log_in
enter 'tty; who'
shown /dev/ttyS0 || die "not on the serial line"
forget
type poweroff
eventually ended
shown 'You are back' || die "not said that it is over"
wait "$qemu" || die "status $?"
# Ctrl-A x pulls the plug
: >"$T/serial"
forget
SHELL=/bin/sh setpriv --pdeathsig KILL script -q -f -e -c "exec setpriv --pdeathsig KILL sh '$here/play'" "$T/serial" \
	<"$T/in" >/dev/null 2>&1 &
qemu=$!
eventually shown 'Entering runlevel'
keys '\001x'
eventually ended
