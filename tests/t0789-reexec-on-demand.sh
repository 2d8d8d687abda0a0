#!/bin/sh
# What was started on demand keeps running through telinit u and the level changes after it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:a:ondemand:/bin/sleep 1001
END
eventually in_level 3
telinit a
eventually running a1
old=$(pid_of a1)
telinit u
eventually console_has reloading
telinit 4
eventually in_level 4
never_within 200 not alive "$old"
kill "$old"
eventually new_pid a1 "$old"
