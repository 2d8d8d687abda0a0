#!/bin/sh
# After a level change RUNLEVEL is the new level and PREVLEVEL the one before.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:2:once:/sbin/showenv a1
a2:5:once:/sbin/showenv a2
END
eventually in_level 3
telinit 2
eventually test -e "$R/run/env.a1"
env_has a1 RUNLEVEL=2
env_has a1 PREVLEVEL=3
telinit 5
eventually test -e "$R/run/env.a2"
env_has a2 RUNLEVEL=5
env_has a2 PREVLEVEL=2
