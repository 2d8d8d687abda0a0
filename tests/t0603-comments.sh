#!/bin/sh
# Comments, empty lines and blanks at the start of a line are skipped silently.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
printf '# comment: with: colons: x\n\n \t \n  \t# more\nid:3:initdefault:\n \t a1:3:once:/sbin/note a1\n' >"$T/table"
boot <"$T/table"
eventually noted a1
eventually console_has "Entering runlevel: 3"
not console_has "/etc/inittab["
