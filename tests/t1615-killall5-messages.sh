#!/bin/sh
# killall5 speaks on the terminal when its input is one, else to syslog, as a daemon's error.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/usr/bin/socat -u UNIX-RECV:/dev/log OPEN:/run/log,creat,append
b1:b:once:/bin/sh -c 'killall5 -28 -o 0 2>/run/said; note tty'
c1:c:once:/bin/sh -c 'killall5 -28 -o -7 </dev/null 2>/dev/null; note null'
END
eventually test -S "$R/dev/log"
telinit b
eventually noted tty
grep -q killall5 "$R/run/said"
never_within 200 logged '<27>'
telinit c
eventually noted null
eventually logged '<27>'
