#!/bin/sh
# telinit -e sets a variable for all later children, and removes it again.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:a:once:/sbin/showenv a1
b1:b:once:/sbin/showenv b1
c1:c:once:/sbin/showenv c1
END
eventually in_level 3
telinit -e INIT_HALT=POWEROFF -e "INIT_X=a b=c" -e INIT_EMPTY=
telinit a
eventually test -e "$R/run/env.a1"
env_has a1 INIT_HALT=POWEROFF
env_has a1 "INIT_X=a b=c"
env_has a1 INIT_EMPTY=
telinit -e INIT_HALT=HALT -e INIT_EMPTY
telinit b
eventually test -e "$R/run/env.b1"
env_has b1 INIT_HALT=HALT
env_has b1 "INIT_X=a b=c"
not grep ^INIT_EMPTY "$R/run/env.b1"
equal duplicates "$(sed 's/=.*//' "$R/run/env.b1" | sort | uniq -d)" ""
telinit -e INIT_HALT -e INIT_X -e INIT_NEVER_SET
telinit c
eventually test -e "$R/run/env.c1"
not grep '^INIT_[HXN]' "$R/run/env.c1"
