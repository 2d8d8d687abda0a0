#!/bin/sh
# What stands behind a wait entry is not started again while that runs.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:2:wait:/sbin/gate a1
a2:23:respawn:/bin/sleep 1002
END
eventually running a2
telinit 2
eventually noted "gate a1"
kill "$(pid_of a2)"
eventually not running a2
never_within 300 running a2
open_gate a1
eventually running a2
