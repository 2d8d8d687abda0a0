#!/bin/sh
# In a request whose 368 bytes end without a NUL the last string is ignored, the others count.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:4:once:/sbin/showenv a1
END
eventually in_level 3
message 6 0 0 "INIT_A=1\\0INIT_B=$(head -c 400 /dev/zero | tr '\0' b)" | send
message 6 0 0 "INIT_C=$(head -c 360 /dev/zero | tr '\0' c)\\0" | send
message 6 0 0 "\\0INIT_D=1\\0" | send
telinit 4
eventually test -e "$R/run/env.a1"
env_has a1 INIT_A=1
env_has a1 "INIT_C=$(head -c 360 /dev/zero | tr '\0' c)"
not grep -e ^INIT_B -e ^INIT_D "$R/run/env.a1"
