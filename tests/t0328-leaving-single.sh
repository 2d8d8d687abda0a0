#!/bin/sh
# The level entered after single-user mode has S as the one before.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
~~:S:wait:/sbin/gate s
a1:3:once:/sbin/showenv a1
END
eventually test -e "$R/run/env.a1"
telinit S
eventually noted "gate s"
rm "$R/run/env.a1"
open_gate s
eventually test -e "$R/run/env.a1"
env_has a1 PREVLEVEL=S
