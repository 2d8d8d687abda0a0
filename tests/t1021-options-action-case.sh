#!/bin/sh
# Options go with every action, whose case does not matter; a changed option kills nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault,nolog:
si::SysInit,grace=1:/sbin/note si
a1:3:Respawn,grace=60:/sbin/stubborn a1
a2:3:WAIT,nolog:/sbin/note a2
END
eventually noted si
eventually noted a2
eventually noted "stubborn a1"
old=$(pid_of a1)
sed -i 's/grace=60/grace=0/' "$R/etc/inittab"
echo a3:3:once:/sbin/note a3 >>"$R/etc/inittab"
signal HUP
eventually noted a3
alive "$old"
telinit -t 60 4
eventually not alive "$old"
