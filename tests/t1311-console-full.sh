#!/bin/sh
# A console that does not drain holds up nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
drained() {
	_size=$(wc -c <"$T/console")
	sleep 0.1
	[ "$_size" -eq "$(wc -c <"$T/console")" ]
}
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
l2:2:wait:/sbin/note l2
TABLE
eventually running a1
eventually console_has "Entering runlevel: 3"
kill -STOP "$TERMINAL"
trap 'status=$?; kill -CONT "$TERMINAL"; set +e; (exit "$status"); at_exit' EXIT
harm console
pulse a
# each of these says something on the console
telinit -t 0 2
eventually noted l2
echo nonsense >>"$R/etc/inittab"
signal HUP
send nonsense
harm console
pulse b
kill -CONT "$TERMINAL"
# and that they got lost, when there is something to say again
eventually drained
signal HUP
eventually console_has "messages lost"
