#!/bin/sh
# What came from the classic init survives a crash of rung, and goes back.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_classic <<END
id:3:initdefault:
r1:3:respawn:/bin/sleep 1011
o1:3:once:/sbin/note o1
d1:a:ondemand:/bin/sleep 1021
END
eventually running r1
telinit a
eventually running d1
eventually noted o1
r1=$(pid_of r1) d1=$(pid_of d1)
move_in
survive crash
survive crash
move_out
equal "the process of r1" "$(pid_of r1)" "$r1"
equal "the process of d1" "$(pid_of d1)" "$d1"
equal "starts of o1" "$(note_count o1)" 1
kill "$r1"
eventually new_pid r1 "$r1"
