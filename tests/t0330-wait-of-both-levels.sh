#!/bin/sh
# A wait entry that the new level lists as well goes on, and is still waited for.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:23:wait:/sbin/gate a1
a2:2:once:/sbin/note a2
END
eventually noted "gate a1"
telinit 2
eventually in_level 2
never_within 200 noted a2
open_gate a1
eventually noted a2
equal "count of a1" "$(note_count "gate a1")" 1
