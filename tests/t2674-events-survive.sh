#!/bin/sh
# The events of the boot outlive telinit u and a crash of init, also in another place after a reload.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
command -v jq >/dev/null || skip "no jq (tests/setup installs it)"
boot <<END
id:3:initdefault:
si::sysinit:/bin/true
w1:3:wait:/sbin/note w1
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
jobs() {
	inside initctl plot --json | jq -c '[.boot.over, .boot.total, (.jobs[] | [.name, .command, .start, .end])]'
}
over() {
	jobs | grep -q '^\[true,'
}
eventually over
before=$(jobs)
telinit u
eventually console_has reloading
equal "after an upgrade" "$(jobs)" "$before"
signal SEGV
eventually console_has "crash 1 since the boot"
equal "after a crash" "$(jobs)" "$before"
echo "n1:3:respawn:/bin/sleep 1002" >>"$R/etc/inittab"
telinit q
eventually running n1
equal "after a reload" "$(jobs)" "$before"
