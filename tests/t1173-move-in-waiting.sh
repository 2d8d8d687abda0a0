#!/bin/sh
# What the classic init was waiting for when it was replaced is waited for by rung.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_classic <<END
id:3:initdefault:
r1:3:respawn:/bin/sleep 1011
w1:3:wait:/sbin/gate w1
n3:3:once:/sbin/note n3
END
eventually noted "gate w1"
eventually running r1
r1=$(pid_of r1) w1=$(pid_of w1)
move_in
equal "the process of w1" "$(pid_of w1)" "$w1"
never_within 200 noted n3
move_out
never_within 200 noted n3
move_in
open_gate w1
eventually noted n3
equal "starts of w1" "$(note_count "gate w1")" 1
equal "the process of r1" "$(pid_of r1)" "$r1"
