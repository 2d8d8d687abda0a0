#!/bin/sh
# A script that names no interpreter is given to the shell, also after @.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/plain 755 <<'END'
note "plain $*"
END
boot <<END
id:3:initdefault:
a1:3:once:/sbin/plain a1
a2:3:once:@/sbin/plain a2
END
eventually noted "plain a1"
eventually noted "plain a2"
