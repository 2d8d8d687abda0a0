#!/bin/sh
# Children have no descriptor of init, the FIFO least of all: theirs are 0 to 2.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
si::sysinit:/bin/sh -c 'sleep 0.2; note si'
a1:3:respawn:/bin/sleep 1001
a2:3:once:/bin/sleep 1002
kb::kbrequest:/bin/sleep 1003
END
eventually test -p "$R/run/initctl"
eventually running a1
eventually running a2
old=$(pid_of a1) && kill "$old"
eventually new_pid a1 "$old"
signal WINCH
eventually running kb
# those of three digits are of who started the test
for entry in a1 a2 kb; do
	equal "descriptors of $entry" "$(find "/proc/$(pid_of "$entry")/fd" -type l |
		sed "s,.*/,," | grep -x "..\{0,1\}" | sort | tr '\n' ' ')" "0 1 2 "
done
