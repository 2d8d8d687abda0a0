#!/bin/sh
# However much happens after it, the events of the boot stay.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
command -v jq >/dev/null || skip "no jq (tests/setup installs it)"
boot <<END
id:3:initdefault:
si::sysinit:/bin/true
w1:3:wait:/sbin/note w1
a1:3:respawn:/bin/sleep 1001
st:a:ondemand,respawn=0/0/0:/sbin/note st
END
eventually running a1
jobs() {
	inside initctl plot --json | jq -c '[.boot.over, .boot.total, (.jobs[] | [.name, .start, .end])]'
}
over() {
	jobs | grep -q '^\[true,'
}
eventually over
before=$(jobs)
telinit a
many() {
	[ "$(note_count st)" -gt 700 ]	# twice as many events: more than there is room for
}
patience=$((patience * 3))
eventually many
equal "the boot" "$(jobs)" "$before"
