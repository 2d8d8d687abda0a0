#!/bin/sh
# -t is the time that init leaves the processes of the old level between TERM and KILL.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot <<INITTAB
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
a2:6:once:/sbin/note six
zz:6:respawn:/bin/sleep 1000
INITTAB
eventually noted "stubborn a1"
inside shutdown -t 0 -r now </dev/null
eventually noted six
telinit 3
eventually noted_times 2 "stubborn a1"
inside shutdown -r -t 60 now </dev/null
eventually in_level 6
never_within 1500 noted_times 2 six
