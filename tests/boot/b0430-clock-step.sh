#!/bin/sh
# Steps of the clock, by a day back and forth, neither hold up a restart nor end a hold.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
bad:2:respawn:/bin/sh -c "echo x >>/tmp/bad"
rs:2:respawn:/bin/sleep 1000
ag:2:respawn:/sbin/agent
INITTAB
eventually serial_has 'Id "bad" respawning too fast'
restart='old=$(pidof sleep); kill $old;
	until new=$(pidof sleep) && [ $new != $old ]; do usleep 20000; done'
count=$(guest 'wc -l </tmp/bad')
guest 'date -s "@$(($(date +%s) + 86400))"' >/dev/null
guest "$restart"
guest "$restart"
expect "$count" guest 'wc -l </tmp/bad'
guest 'date -s "@$(($(date +%s) - 172800))"' >/dev/null
guest "$restart"
guest "$restart"
expect "$count" guest 'wc -l </tmp/bad'
