#!/bin/sh
# An entry that is held for starting too fast is still held after telinit u.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/note a1
END
eventually console_has "respawning too fast"
equal starts "$(note_count a1)" 10
telinit u
eventually console_has reloading
never_within 500 not noted_times 10 a1
signal HUP
held_again() {
	[ "$(console_count "respawning too fast")" -eq 2 ]
}
eventually held_again
