#!/bin/sh
# A FIFO that gets another name is replaced, and the old one closed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
mv "$R/run/initctl" "$R/run/old"
eventually test -p "$R/run/initctl"
telinit 4
eventually in_level 4
old_is_closed() {
	! find "/proc/$INIT_PID/fd" -lname '*/old' 2>/dev/null | grep -q .
}
eventually old_is_closed
