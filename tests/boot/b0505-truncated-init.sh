#!/bin/sh
# telinit u with a truncated file in the place of init, which no kernel survives executing, changes nothing.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/boot.sh
. "${0%/*}/../survival/boot.sh"
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
rs:2:respawn:/bin/sleep 1000
ag:2:respawn:/sbin/agent
INITTAB
guest_eventually 'pidof sleep'
old=$(guest 'pidof sleep')
guest 'head -c 30000 /sbin/init >/sbin/new; chmod 755 /sbin/new; mv /sbin/new /sbin/init; telinit u'
eventually serial_has 're-exec failed'
alive
guest "kill $old"
guest_eventually "new=\$(pidof sleep) && [ \$new != $old ]"
