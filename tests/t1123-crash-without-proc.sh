#!/bin/sh
# A crash is survived where /proc is not mounted any more and the file of init is gone.
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
inside sh -c 'rm /sbin/init; umount -l /proc'
survive crash
survive crash
equal "the process of a1" "$(pid_of a1)" "$old"
kill "$old"
eventually new_pid a1 "$old"
