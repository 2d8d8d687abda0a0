#!/bin/sh
# SIGUSR1 makes init open its FIFO anew.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a2:2:once:/sbin/note a2
END
eventually test -p "$R/run/initctl"
rm "$R/run/initctl"
signal USR1
eventually test -p "$R/run/initctl"
telinit 2
eventually noted a2
