#!/bin/sh
# An on-demand process survives level changes, until level S.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:a:ondemand:/bin/sleep 1001
a2:2:once:/sbin/note a2
~~:S:wait:/sbin/gate s
END
eventually in_level 3
telinit a
eventually running a1
kept=$(pid_of a1)
telinit 2
eventually noted a2
alive "$kept"
telinit S
eventually noted "gate s"
not alive "$kept"
