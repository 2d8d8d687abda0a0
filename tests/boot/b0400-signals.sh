#!/bin/sh
# No signal that anyone can send to PID 1 ends it or its children; it still restarts, re-reads and obeys.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
file sbin/shutdown 755 <<'SCRIPT'
#!/bin/sh
echo "shutdown $*" >>/tmp/shutdown
SCRIPT
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ca:2:ctrlaltdel:/bin/busybox touch /tmp/int
pf:2:powerfail:/bin/busybox touch /tmp/pwr
ag:23:respawn:/sbin/agent
rs:23:respawn:/bin/sleep 1000
on:3:once:/bin/busybox touch /tmp/three
INITTAB
guest_eventually 'pidof sleep'
old=$(guest 'pidof sleep')
# KILL and STOP do nothing to a real PID 1.  After TSTP init waits for CONT; USR2 closes the
# FIFO until USR1.
for first in 1 9 17 25 33 41 49 57; do
	guest "for n in \$(seq $first $((first + 7))); do kill -\$n 1; kill -CONT 1; done; kill -0 1"
done
guest 'kill -USR1 1'
guest_eventually '[ -f /tmp/int ] && [ -f /tmp/pwr ]'
expect "$old" guest 'pidof sleep'

guest "kill $old"
guest_eventually "new=\$(pidof sleep) && [ \$new != $old ]"
guest 'echo "nu:2:once:/bin/touch /tmp/new" >>/etc/inittab; kill -HUP 1'
guest_eventually '[ -f /tmp/new ]'
guest 'telinit 3'
guest_eventually '[ -f /tmp/three ]'
expect '2 3' guest runlevel
