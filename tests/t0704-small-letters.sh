#!/bin/sh
# A request takes small letters, too: q reads the table, s is single-user mode.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
ss:S:wait:/sbin/gate ss
b1:b:once:/sbin/note b1
END
eventually in_level 3
echo a1:3:once:/sbin/note a1 >>"$R/etc/inittab"
message 1 q 3 | send
eventually noted a1
message 1 b 3 | send
eventually noted b1
message 1 s 3 | send
eventually in_level S
eventually noted "gate ss"
