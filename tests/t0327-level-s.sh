#!/bin/sh
# Level S runs its entries with RUNLEVEL=S, and its end leads to the default level.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
~~:S:wait:/sbin/gate s
a1:S:wait:/sbin/showenv a1
a2:3:respawn:/bin/sleep 1002
END
eventually running a2
telinit S
eventually noted "gate s"
eventually in_level S
not running a2
open_gate s
eventually running a2
in_level 3
env_has a1 RUNLEVEL=S
env_has a1 PREVLEVEL=3
