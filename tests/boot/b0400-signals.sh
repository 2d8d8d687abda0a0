#!/bin/sh
# No signal that anyone can send to PID 1 ends it; afterwards it still restarts, re-reads and obeys.
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
l3:3:wait:/bin/busybox touch /tmp/three
INITTAB
guest_eventually 'pidof sleep'
# KILL and STOP do nothing to a real PID 1.  After TSTP init waits for CONT; USR2 closes the
# FIFO until USR1.
for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 \
	34 35 36 37 38 39 40 50 60 63 64; do
	guest "kill -$n 1; kill -CONT 1; kill -0 1"
done
guest 'kill -USR1 1'
guest_eventually '[ -f /tmp/int ] && [ -f /tmp/pwr ]'
old=$(guest 'pidof sleep')
guest "kill $old"
guest_eventually "p=\$(pidof sleep) && [ \$p != $old ]"
guest 'telinit 3'
guest_eventually '[ -f /tmp/three ]'
expect '2 3' guest runlevel
