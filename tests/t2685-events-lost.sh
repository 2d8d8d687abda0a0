#!/bin/sh
# A boot with more events than init keeps is shown as far as it is known, and initctl says that events are lost, later too.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
boot <<END
id:3:initdefault:
si::sysinit:/bin/true
st:3:respawn,respawn=0/0/0:/sbin/note st
w1:3:wait:/sbin/gate w1
end:3:respawn:/bin/sleep 1001
END
eventually noted "gate w1"
many() {
	[ "$(note_count st)" -gt 400 ]	# more than 800 events
}
patience=$((patience * 3))
eventually many
# lost [FILE]
lost() {
	inside initctl chain "$@" >"$T/out" 2>"$T/errors"
	grep -qx 'initctl: [0-9][0-9]* events of this boot are lost: it had more than init keeps' "$T/errors" ||
		die "not told: $(cat "$T/errors")"
}
lost
grep -q '^Boot, not over yet' "$T/out" || die "it is not over"
grep -q ' si (sysinit: /bin/true)$' "$T/out" || die "si was first"
grep -q ' w1 (wait: /sbin/gate w1), still running, after si$' "$T/out" || die "w1 runs"
open_gate w1
eventually running end
lost
grep -q ' w1 (wait' "$T/out" || die "w1 was there"
# and so does one that is kept
inside mkdir -p /var/lib
inside initctl save
inside grep -q ' lost [0-9][0-9]*$' /var/lib/rung/boot || die "it is not in what is kept"
lost /var/lib/rung/boot
