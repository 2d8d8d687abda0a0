#!/bin/sh
# Variables that clients have set outlive a crash.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
a1:a:once:/sbin/showenv a1
b1:b:once:/sbin/showenv b1
END
eventually in_level 3
telinit -e INIT_A=1 -e INIT_B=two
survive crash
telinit a
eventually test -e "$R/run/env.a1"
env_has a1 INIT_A=1
env_has a1 INIT_B=two
telinit -e INIT_A
survive crash
telinit b
eventually test -e "$R/run/env.b1"
env_has b1 INIT_B=two
not grep ^INIT_A "$R/run/env.b1"
