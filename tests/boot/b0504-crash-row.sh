#!/bin/sh
# Ten crashes of the real PID 1 without a turn of its loop end in a shell on the console, without a panic; telinit u leads back.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/boot.sh
. "${0%/*}/../survival/boot.sh"
helper assail acted
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
rs:2:respawn:/bin/sleep 1000
ag:2:respawn:/sbin/agent
INITTAB
guest_eventually 'pidof sleep'
old=$(guest 'pidof sleep')
# two readers of one line would share what is typed: the agent ends, and is not started again
type '/sbin/assail early; exit'
eventually serial_has 'init only reaps'
alive
eventually serial_has '/ #'
type 'echo shell $((20 + 3)) is here'
eventually serial_has 'shell 23 is here'
type 'pidof sleep >/run/old; mv /sbin/init /sbin/good; cp /bin/busybox /sbin/init; telinit u'
eventually serial_has 're-exec failed'
alive
type 'rm /sbin/init; mv /sbin/good /sbin/init; telinit u; kill -9 $$'
eventually serial_times ': ready' 2
expect "$old" guest 'pidof sleep'
