#!/bin/sh
# init called from a shell is telinit: init q, init -t 0 4, init -e.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:4:once:/sbin/showenv a1
END
eventually in_level 3
echo a2:3:once:/sbin/note a2 >>"$R/etc/inittab"
inside init q
eventually noted a2
inside /sbin/init -e INIT_A=1
inside init -t 0 4
eventually in_level 4
eventually test -e "$R/run/env.a1"
env_has a1 INIT_A=1
