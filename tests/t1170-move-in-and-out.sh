#!/bin/sh
# From Debian's running sysvinit to rung, back, and in again: twenty entries of all kinds, no pid changes, nothing of the boot runs twice.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_classic <<END
id:3:initdefault:
si::sysinit:/sbin/note si
bt::boot:/sbin/note bt
bw::bootwait:/sbin/note bw
w1:3:wait:/sbin/note w1
o1:3:once:/sbin/note o1
o2:3:once:/bin/sleep 1002
r1:3:respawn:/bin/sleep 1011
r2:2345:respawn:/bin/sleep 1012
r3:23:respawn:+/bin/sleep 1013
r4::respawn:/bin/sleep 1014
sh:3:respawn:/bin/sleep 1015 </dev/null
d1:a:ondemand:/bin/sleep 1021
d2:b:ondemand:/bin/sleep 1022
ca::ctrlaltdel:/sbin/note ca
pf::powerfail:/sbin/note pf
pw::powerwait:/sbin/note pw
po::powerokwait:/sbin/note po
kb::kbrequest:/sbin/note kb
of:3:off:/bin/sleep 1030
x4:4:respawn:/bin/sleep 1041
bs::boot:/bin/sleep 1050
en:c:once:/sbin/showenv en
END
eventually noted o1
for id in o2 r1 r2 r3 r4 sh bs; do
	eventually running "$id"
done
telinit a
eventually running d1
telinit -e INIT_KEPT=yes
all="o2 r1 r2 r3 r4 sh bs d1"
pids() {
	for id in $all; do
		echo "$id $(pid_of "$id")"
	done
}
tests_of() {
	# respawn, events and demands act
	old=$(pid_of r1)
	kill "$old"
	eventually new_pid r1 "$old"
	before=$(note_count ca)
	signal INT
	eventually noted_times $((before + 1)) ca
	not running d2
	not running x4
	in_level 3
	equal "the level" "$(inside runlevel)" "N 3"
	equal "boot and once" "$(grep -c -e '^si$' -e '^bt$' -e '^bw$' -e '^w1$' -e '^o1$' "$R/run/notes")" 5
	had=$(pids)
}
tests_of
for step in in out in out in; do
	move_$step
	equal "pids after moving $step" "$(pids)" "$had"
	tests_of
done
rm -f "$R/run/env.en"
telinit c
eventually env_has en INIT_KEPT=yes
# a level change, there and back
r2=$(pid_of r2) o2=$(pid_of o2) d1=$(pid_of d1)
telinit -t 1 4
eventually running x4
eventually not alive "$o2"
equal "the process of r2" "$(pid_of r2)" "$r2"
alive "$d1"
move_out
equal "the process of r2" "$(pid_of r2)" "$r2"
alive "$d1"
telinit -t 1 3
eventually noted_times 2 o1
move_in
equal "the process of r2" "$(pid_of r2)" "$r2"
equal "starts of bt" "$(note_count bt)" 1
