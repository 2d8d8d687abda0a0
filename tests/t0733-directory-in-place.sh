#!/bin/sh
# With a directory in the FIFO's place init says so, works by signals, and heals when it goes.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
open_fifo() {
	find "/proc/$INIT_PID/fd" -lname '*/initctl*' 2>/dev/null | grep -q .
}
eventually open_fifo
signal USR2
eventually not open_fifo
rm "$R/run/initctl"
mkdir "$R/run/initctl"
signal USR1
echo a1:3:once:/sbin/note a1 >>"$R/etc/inittab"
signal HUP
eventually noted a1
not open_fifo
rmdir "$R/run/initctl"
eventually test -p "$R/run/initctl"
telinit 4
eventually in_level 4
