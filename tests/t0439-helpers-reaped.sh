#!/bin/sh
# No helper stays as a zombie: not one that has answered, nor one that was given up.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
# + and no deaths: the death of another would be the occasion to find one that was forgotten
boot <<END
a1:23:respawn:+/bin/sleep 1001
END
no_zombies() {
	read -r children <"/proc/$INIT_PID/task/$INIT_PID/children" || :
	for child in $children; do
		alive "$child" || return 1
	done
}
eventually console_has "Enter runlevel: "
telinit 3
eventually running a1
eventually no_zombies
mkfifo "$R/run/powerstatus"
for name in HUP PWR HUP HUP; do
	signal "$name"
	eventually no_zombies
done
