#!/bin/sh
# Of SIGUSR1 and SIGUSR2 that come together SIGUSR2 counts; requests before them are not lost.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
open_fifo() {
	find "/proc/$INIT_PID/fd" -lname '*/initctl' 2>/dev/null | grep -q .
}
eventually open_fifo
signal STOP
message 1 4 3 | send
signal USR2
signal USR1
signal CONT
eventually in_level 4
eventually not open_fifo
never_within 200 open_fifo
