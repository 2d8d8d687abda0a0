#!/bin/sh
# While the FIFO is closed by SIGUSR2 signals are obeyed, and SIGUSR1 opens it for telinit.
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
signal USR2
eventually not open_fifo
echo a1:3:once:/sbin/note a1 >>"$R/etc/inittab"
signal HUP
eventually noted a1
signal USR1
eventually open_fifo
telinit 4
eventually in_level 4
