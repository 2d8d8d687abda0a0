#!/bin/sh
# Of many level changes in a row none is lost, and the last one counts.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a3:3:respawn:/bin/sleep 1003
a4:4:respawn:/bin/sleep 1004
END
eventually running a3
for level in 4 3 4 3 4 3 4; do
	message 1 "$level" 3
done >"$T/requests"
send <"$T/requests"
eventually in_level 4
eventually running a4
eventually not running a3
equal "processes of a4" "$(pids_of a4 | wc -l)" 1
