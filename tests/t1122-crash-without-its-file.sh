#!/bin/sh
# A crash is survived when the file of init was replaced, or deleted.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
inside sh -c 'cp /bin/false /sbin/new && mv /sbin/new /sbin/init'
survive crash
equal "the process of a1" "$(pid_of a1)" "$old"
inside rm /sbin/init
survive crash
survive crash
equal "the process of a1" "$(pid_of a1)" "$old"
kill "$old"
eventually new_pid a1 "$old"
