#!/bin/sh
# Variables set with telinit -e outlive telinit u, and can still be removed after it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:a:once:/sbin/showenv a1
b1:b:once:/sbin/showenv b1
END
eventually in_level 3
telinit -e INIT_A=1 -e INIT_B=2
telinit u
eventually console_has reloading
telinit a
eventually test -e "$R/run/env.a1"
env_has a1 INIT_A=1
env_has a1 INIT_B=2
telinit -e INIT_A
telinit b
eventually test -e "$R/run/env.b1"
env_has b1 INIT_B=2
not grep ^INIT_A "$R/run/env.b1"
