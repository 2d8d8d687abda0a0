#!/bin/sh
# What runs once and has run, and what was asked for on demand, is known after an exec of init.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note a1
a2:3:wait:/sbin/note a2
a3:a:ondemand:/bin/sleep 1003
a4:b:ondemand:/bin/sleep 1004
bt::boot:/sbin/note bt
END
eventually noted a1
telinit a
eventually running a3
for way in upgrade crash; do
	survive $way
	old=$(pid_of a3) && kill "$old"
	eventually new_pid a3 "$old"
	not running a4
done
telinit q
never_within 300 not noted_times 1 a1
equal "starts of a2" "$(note_count a2)" 1
equal "starts of bt" "$(note_count bt)" 1
entry a3 && has_flag on-demand
entry a4 && not has_flag on-demand
# and what is left is left
telinit 2
eventually in_level 2
telinit 3
eventually noted_times 2 a1
