#!/bin/sh
# grace=30 keeps SIGKILL away, even with telinit -t 0, and others do not wait for it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn,grace=30:/sbin/stubborn a1
a2:3:respawn:/sbin/stubborn a2
a3:4:once:/sbin/note a3
END
eventually noted "stubborn a1"
eventually noted "stubborn a2"
one=$(pid_of a1) two=$(pid_of a2)
telinit -t 0 4
eventually not alive "$two"
never_within 500 not alive "$one"
not noted a3
kill -KILL "-$one"
eventually noted a3
