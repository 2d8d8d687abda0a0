#!/bin/sh
# Levels 7 to 9 are levels like the others.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot -- 7 <<END
a7:7:once:/sbin/note a7
a8:8:once:/sbin/note a8
a9:9:once:/sbin/note a9
END
eventually noted a7
telinit 8
eventually noted a8
telinit 9
eventually noted a9
in_level 9
