#!/bin/sh
# A once or wait entry of two levels does not run again on the way from one to the other.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:23:once:/sbin/note a1
a2:23:wait:/sbin/note a2
a3:2:once:/sbin/note a3
END
eventually noted a2
eventually noted a1
telinit 2
eventually noted a3
equal "count of a1" "$(note_count a1)" 1
equal "count of a2" "$(note_count a2)" 1
