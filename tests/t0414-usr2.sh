#!/bin/sh
# SIGUSR2 makes init close its FIFO, until SIGUSR1.
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
never_within 200 open_fifo
signal USR1
eventually open_fifo
