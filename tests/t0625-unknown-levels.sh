#!/bin/sh
# Levels that do not exist are ignored.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:x3-:once:/sbin/note a1
a2:x:once:/sbin/note a2
END
eventually noted a1
never_within 200 noted a2
