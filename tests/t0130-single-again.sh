#!/bin/sh
# When single-user mode ends and is the default level, it begins again.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:S:initdefault:
~~:S:wait:/sbin/gate s
END
eventually noted "gate s"
open_gate s
eventually noted "passed s"
twice() {
	[ "$(note_count "gate s")" -eq 2 ]
}
eventually twice
