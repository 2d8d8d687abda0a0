#!/bin/sh
# Without a shutdown program poweroff asks init for level 0, and says how it shall end.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:0:wait:/sbin/showenv a1
l0:0:wait:/sbin/gate l0
END
eventually in_level 3
inside rm -f /sbin/shutdown
inside poweroff
eventually noted "gate l0"
env_has a1 INIT_HALT=POWEROFF
env_has a1 RUNLEVEL=0
