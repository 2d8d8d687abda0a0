#!/bin/sh
# When init cannot be executed, telinit u says so and everything goes on.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
eventually test -p "$R/run/initctl"
old=$(pid_of a1)
inside mv /sbin/init /sbin/init.away
message 1 u 3 | send
eventually console_has "Attempt to re-exec failed"
eventually test -p "$R/run/initctl"
equal "the process of a1" "$(pid_of a1)" "$old"
kill "$old"
eventually new_pid a1 "$old"
inside mv /sbin/init.away /sbin/init
message 1 u 3 | send
eventually console_has reloading
kill "$(pid_of a1)"
eventually running a1
