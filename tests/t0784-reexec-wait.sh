#!/bin/sh
# An entry that is waited for during telinit u is waited for after it, too.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:wait:/sbin/gate a1
a2:3:once:/sbin/note a2
END
eventually noted "gate a1"
old=$(pid_of a1)
telinit u
eventually console_has reloading
never_within 300 noted a2
alive "$old"
open_gate a1
eventually noted a2
equal "starts of a1" "$(note_count "gate a1")" 1
