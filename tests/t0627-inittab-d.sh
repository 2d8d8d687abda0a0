#!/bin/sh
# Files of /etc/inittab.d whose names end in .tab are read after the inittab.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /etc/inittab.d/more.tab <<END
# comment

m1:3:wait:/sbin/note m1
END
echo m2:3:once:/sbin/note m2 | put /etc/inittab.d/more.bak
echo m3:3:once:/sbin/note m3 | put /etc/inittab.d/tab
boot <<END
id:3:initdefault:
a1:3:wait:/sbin/note a1
END
eventually noted m1
equal order "$(tr '\n' ' ' <"$R/run/notes")" "a1 m1 "
