#!/bin/sh
# A child that dies while init executes itself is noticed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
eventually test -p "$R/run/initctl"
old=$(pid_of a1)
reloads() {
	[ "$(console_count reloading)" -eq "$1" ]
}
for n in 1 2 3 4 5; do
	signal STOP
	message 1 u 3 | send
	kill "$old"
	echo "a$n$n:3:once:/sbin/note a$n" >>"$R/etc/inittab"
	signal HUP
	signal CONT
	eventually reloads "$n"
	eventually new_pid a1 "$old"
	old=$(pid_of a1)
done
