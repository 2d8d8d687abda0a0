#!/bin/sh
# telinit u works in levels 7 to 9 and in S.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:8:initdefault:
a1:8S:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
telinit u
eventually console_has reloading
telinit S
eventually in_level S
telinit u
twice() {
	[ "$(console_count reloading)" -eq 2 ]
}
eventually twice
equal "the process of a1" "$(pid_of a1)" "$old"
