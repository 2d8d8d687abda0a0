#!/bin/sh
# killall5 -19 leaves its targets stopped, and -18 continues them.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
eventually running a1
state() {
	sed 's/.*) \(.\).*/\1/' "/proc/$(pid_of a1)/stat"
}
equal_state() {
	[ "$(state)" = "$1" ]
}
inside killall5 -19
eventually equal_state T
inside killall5 -18
eventually equal_state S
