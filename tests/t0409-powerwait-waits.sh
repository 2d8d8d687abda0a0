#!/bin/sh
# While a powerwait entry runs nothing behind it is started again.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
pw::powerwait:/sbin/gate pw
END
eventually running a1
signal PWR
eventually noted "gate pw"
kill "$(pid_of a1)"
eventually not running a1
never_within 200 running a1
open_gate pw
eventually running a1
