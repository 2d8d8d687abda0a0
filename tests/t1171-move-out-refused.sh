#!/bin/sh
# A hand-back that the classic init could not hold is refused, and names each entry and why.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_classic <<END
id:3:initdefault:
r1:3:respawn:/bin/sleep 1011
END
eventually running r1
move_in
r1=$(pid_of r1)
long=$(printf '%0500d' 0)
cat >>"$R/etc/inittab" <<END
longerid:3:respawn:/bin/sleep 1012
lv:012345679aS3:once:/bin/sleep 1013
pr:3:respawn:/bin/sleep 1014 $long $long
op:3:respawn,grace=9:/bin/sleep 1015
END
telinit q
eventually running op
inside sh -c 'cp /sbin/init.classic /sbin/init.new && mv /sbin/init.new /sbin/init'
telinit u
for id in longerid lv pr op; do
	eventually console_has "Id \"$id\" cannot be handed over to the classic init"
done
not console_has 'Id "r1" cannot'
is_rung
equal "the process of r1" "$(pid_of r1)" "$r1"
telinit 3
kill "$r1"
eventually new_pid r1 "$r1"
sed -i '/^longerid:/d;/^lv:/d;/^pr:/d;/^op:/d' "$R/etc/inittab"
telinit -t 1 q
eventually not running op
eventually not running longerid
r1=$(pid_of r1)
move_out
equal "the process of r1" "$(pid_of r1)" "$r1"
