#!/bin/sh
# Without its FIFO init uses no processor time.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
open_fifo() {
	find "/proc/$INIT_PID/fd" -lname '*/initctl' 2>/dev/null | grep -q .
}
eventually open_fifo
signal USR2
eventually not open_fifo
cpu_time() {
	read -r _stat <"/proc/$INIT_PID/stat"
	# shellcheck disable=SC2086
	set -- ${_stat##*) }
	echo $((${12} + ${13}))
}
before=$(cpu_time)
busy() {
	[ $(($(cpu_time) - before)) -gt 10 ]
}
never_within 500 busy
