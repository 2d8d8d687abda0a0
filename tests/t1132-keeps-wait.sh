#!/bin/sh
# An entry that is waited for is waited for after a crash, too, and runs once.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
a1:3:wait:/sbin/gate a1
a2:3:once:/sbin/note a2
END
eventually noted "gate a1"
survive crash
survive upgrade
survive crash
never_within 200 noted a2
open_gate a1
eventually noted a2
equal "starts of a1" "$(note_count "gate a1")" 1
