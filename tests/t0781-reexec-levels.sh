#!/bin/sh
# After telinit u the level and the one before are what they were, for children and for halt.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot --env foo.bar=5 <<END
id:3:initdefault:
a1:a:once:/sbin/showenv a1
b1:b:once:/sbin/showenv b1
END
eventually in_level 3
telinit 4
eventually in_level 4
telinit a
eventually test -e "$R/run/env.a1"
telinit u
eventually console_has reloading
telinit b
eventually test -e "$R/run/env.b1"
sort "$R/run/env.a1" >"$T/before"
sort "$R/run/env.b1" >"$T/after"
diff "$T/before" "$T/after"
env_has b1 RUNLEVEL=4
env_has b1 PREVLEVEL=3
grep -q 'init \[4\]' "/proc/$INIT_PID/cmdline"
in_level 4
