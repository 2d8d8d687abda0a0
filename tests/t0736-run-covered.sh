#!/bin/sh
# A file system mounted over /run gets a FIFO, and after umount the old place has one again.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
inside mount -t tmpfs new /run
inside telinit 4
title_is() {
	grep -q "init \[$1\]" "/proc/$INIT_PID/cmdline"
}
eventually title_is 4
eventually inside test -p /run/initctl
inside umount -l /run
inside telinit 5
eventually title_is 5
