#!/bin/sh
# An entry that is waited for and runs longer than its limit is told to end, and what is behind it starts.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
w1:3:wait,limit=1,grace=1:/sbin/stubborn w1
a1:3:respawn:/bin/sleep 1001
END
eventually noted "stubborn w1"
not running a1
eventually running a1
not running w1
eventually console_has 'Id "w1": still running after 1 seconds: told to end'
