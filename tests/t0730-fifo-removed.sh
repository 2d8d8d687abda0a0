#!/bin/sh
# After rm /run/initctl the next telinit works.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
echo a1:3:once:/sbin/note a1 >>"$R/etc/inittab"
inside sh -c 'rm /run/initctl; exec telinit q'
eventually noted a1
