#!/bin/sh
# An ondemand entry with a digit as its level is a respawn entry of that level.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:ondemand:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1) && kill "$old"
eventually new_pid a1 "$old"
telinit 2
eventually not running a1
