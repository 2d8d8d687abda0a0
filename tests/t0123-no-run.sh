#!/bin/sh
# Init works where there is no /run, and has its FIFO as soon as one is there.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot --no-run <<END
id:3:initdefault:
si::sysinit:/bin/mkdir /tmp/si
a1:3:once:/bin/mkdir /tmp/a1
a2:2:once:/bin/mkdir /tmp/a2
END
eventually inside test -d /tmp/a1
mkdir "$R/run"
inside mount -t tmpfs run /run
signal USR1
eventually inside test -p /run/initctl
telinit 2
eventually inside test -d /tmp/a2
