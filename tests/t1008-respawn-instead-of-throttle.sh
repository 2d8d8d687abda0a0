#!/bin/sh
# respawn= takes the place of the rule of ten starts in two minutes.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,respawn=0/0/0:/bin/sh -c 'sleep 0.05; note a1'
END
many() {
	[ "$(note_count a1)" -ge 25 ]
}
eventually many
not console_has "too fast"
