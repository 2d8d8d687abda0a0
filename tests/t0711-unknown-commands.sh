#!/bin/sh
# Commands that init does not know are reported and change nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
pf::powerfail:/sbin/note pf
END
eventually running a1
old=$(pid_of a1)
for command in 0 5 7 8 99 4294967295; do
	message "$command" 2 3 | send
	message 6 0 0 | send	# so that the next one is none of a row
done
eventually console_has "got unimplemented initrequest."
in_level 3
message 1 4 3 | send
eventually in_level 4
eventually not alive "$old"
not noted pf
