#!/bin/sh
# A hand-back waits until what is being stopped has ended, and then takes place.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_classic <<END
id:3:initdefault:
r1:345:respawn:/bin/sleep 1011
st:3:respawn:/sbin/stubborn st
n4:4:once:/bin/sleep 1014
END
eventually running r1
eventually noted "stubborn st"
move_in
r1=$(pid_of r1) st=$(pid_of st)
inside sh -c 'cp /sbin/init.classic /sbin/init.new && mv /sbin/init.new /sbin/init'
telinit -t 2 4
eventually console_has "the TERM signal"
message 1 U 2 | send
never_within 1000 is_classic
alive "$st"
eventually is_classic
not alive "$st"
eventually running n4
equal "the process of r1" "$(pid_of r1)" "$r1"
in_level 4
kill "$r1"
eventually new_pid r1 "$r1"
