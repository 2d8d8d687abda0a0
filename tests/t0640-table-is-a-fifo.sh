#!/bin/sh
# A table that cannot be read holds up nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
rm "$R/etc/inittab"
mkfifo "$R/etc/inittab"
signal HUP
old=$(pids_running "/bin/sleep 1001") && kill "$old"
another() {
	_pid=$(pids_running "/bin/sleep 1001") && [ "${_pid:-$old}" != "$old" ]
}
eventually another
