#!/bin/sh
# A file of /etc/inittab.d may hold many entries.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /etc/inittab.d/more.tab <<END
m1:3:wait:/sbin/note m1
m2:3:wait:/sbin/note m2
m3:3:wait:/sbin/note m3
END
boot <<END
id:3:initdefault:
END
eventually noted m3
noted m1
noted m2
