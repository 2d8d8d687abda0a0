#!/bin/sh
# A missing /etc/inittab.d is nothing to talk about.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note a1
END
eventually noted a1
eventually console_has "Entering runlevel: 3"
not console_has inittab.d
