#!/bin/sh
# Started by init=/path, the real PID 1 execs itself on telinit u: its children live on, and the next request too.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
mkdir -p "$root/opt"
mv "$root/sbin/init" "$root/opt/first"
ln -s ../opt/first "$root/sbin/init"
qboot -r ext4 -i /opt/first <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
rs:23:respawn:/bin/sleep 1000
ag:23:respawn:/sbin/agent ttyS0
l3:3:wait:/bin/touch /tmp/three
INITTAB
guest_eventually 'pidof sleep'
children=$(guest 'pidof sleep; echo $$')
guest 'telinit u'
guest 'telinit 3'
guest_eventually '[ -f /tmp/three ]'
expect "$children" guest 'pidof sleep; echo $$'
