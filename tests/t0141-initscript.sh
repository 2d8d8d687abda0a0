#!/bin/sh
# /etc/initscript starts every process, and is told id, levels, action and command.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /etc/initscript <<'END'
note "$1 $2 $3 $4"
eval exec "$4"
END
boot <<END
id:3:initdefault:
si::sysinit:+/sbin/note si
bw:5:bootwait:/sbin/note bw
a1:23:once:@/sbin/note a1  x
a2:23:once:+/sbin/note a2
END
eventually noted "a1 x"
noted "si # sysinit /sbin/note si"
noted si
noted "bw * bootwait /sbin/note bw"
noted bw
noted "a1 23 once /sbin/note a1  x"
eventually noted "a2 23 once /sbin/note a2"
