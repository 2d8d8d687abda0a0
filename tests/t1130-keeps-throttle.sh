#!/bin/sh
# A respawn count and a lock-out with its deadline outlive an exec of init, by telinit u and by a crash.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/note a1
a2:3:respawn:/bin/sleep 1002
END
eventually console_has "respawning too fast"
eventually running a2
for _ in 1 2 3; do
	old=$(pid_of a2) && kill "$old"
	eventually new_pid a2 "$old"
done
entry a2
before=$count
[ "$before" -ge 3 ] || die "only $before starts counted"
for way in upgrade crash; do
	survive $way
	entry a2
	equal "starts of a2 in the window after $way" "$count" "$before"
	entry a1
	equal "the state of a1 after $way" "$state" 5
	never_within 300 not noted_times 10 a1
done
