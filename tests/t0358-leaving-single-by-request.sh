#!/bin/sh
# A level asked for in single-user mode ends that mode.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
~~:S:wait:/sbin/gate s
a2:2:once:/sbin/showenv a2
END
eventually in_level 3
telinit S
eventually noted "gate s"
telinit -t 1 2
eventually test -e "$R/run/env.a2"
env_has a2 RUNLEVEL=2
env_has a2 PREVLEVEL=S
not noted "passed s"
