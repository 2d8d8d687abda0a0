#!/bin/sh
# Of two entries with the same id the first counts, and the second is reported.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note first
a1:3:once:/sbin/note second
a2:3:wait:/sbin/note a2
END
eventually noted a2
eventually console_has '/etc/inittab[3]: duplicate ID field "a1"'
eventually noted first
not noted second
