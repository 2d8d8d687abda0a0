#!/bin/sh
# Reading the inittab again does not run once and wait entries again.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note a1
a2:3:wait:/sbin/note a2
END
eventually noted a2
eventually noted a1
echo a3:3:once:/sbin/note a3 >>"$R/etc/inittab"
signal HUP
eventually noted a3
equal "count of a1" "$(note_count a1)" 1
equal "count of a2" "$(note_count a2)" 1
