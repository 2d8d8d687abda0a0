#!/bin/sh
# Events and requests that come at the same time are all acted on.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
kb::kbrequest:/sbin/note kb
pf::powerfail:/sbin/note pf
ca::ctrlaltdel:/sbin/note ca
END
eventually in_level 3
eventually test -p "$R/run/initctl"
echo a1:3:once:/sbin/note a1 >>"$R/etc/inittab"
signal STOP
for name in HUP WINCH INT PWR USR1 ALRM; do
	signal "$name"
done
message 4 0 3 | send
signal CONT
for word in kb pf ca a1; do
	eventually noted "$word"
done
