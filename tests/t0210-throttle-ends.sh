#!/bin/sh
# An entry that was held for five minutes is started again after them, not before.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/shifted.sh
. "${0%/*}/shifted.sh"
boot_shifted <<END
id:3:initdefault:
a1:3:respawn:/sbin/note a1
END
eventually console_has "respawning too fast: disabled for 5 minutes"
later 290
never_within 300 not equal starts "$(note_count a1)" 10
later 12
twice() {
	[ "$(console_count "respawning too fast")" -eq 2 ]
}
eventually twice
equal starts "$(note_count a1)" 20
