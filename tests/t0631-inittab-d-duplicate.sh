#!/bin/sh
# An id that the inittab has is a duplicate in /etc/inittab.d.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
echo a1:3:once:/sbin/note second | put /etc/inittab.d/more.tab
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note first
END
eventually noted first
eventually console_has 'duplicate ID field "a1"'
never_within 200 noted second
