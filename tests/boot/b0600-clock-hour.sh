#!/bin/sh
# While the clock is put an hour forward and back, what dies is back, requests act and the grace time stays what it is.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/boot.sh
. "${0%/*}/../fault/boot.sh"
pulse_words
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
$(pulse_lines)
st:2:respawn:/bin/sh -c "trap '' TERM; while :; do usleep 100000; done"
ag:23:respawn:/sbin/agent
l3:3:once:/bin/touch /tmp/three
INITTAB
guest '. /etc/words'
guest 'step() { date -s "@$(($(date +%s) + $1))" >/dev/null; }'
guest 'step 3600'
pulse a
guest 'step -3600'
pulse b
# in the middle of a grace time, which an hour forward does not end, nor an hour back prolong; the request that
# is made meanwhile brings the same grace time with it, from then on: no shorter one
guest 't=$(now); telinit 3; step 3600; usleep 500000; [ ! -e /tmp/three ]' >/dev/null || die "the grace time was cut"
guest 'step -7200'
pulse c
guest 'until [ -e /tmp/three ]; do usleep 50000; done'
took=$(guest 'echo $(($(now) - t))')
echo "# the grace time of 3 s took ${took}0 ms"
# the machine may be busy, and the steps are of an hour
[ "$took" -ge 300 ] || die "it was cut"
[ "$took" -lt 1800 ] || die "it was prolonged"
