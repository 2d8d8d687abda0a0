#!/bin/sh
# The death of a process whose device has been unplugged is recorded.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
[ -x /usr/bin/utmpdump ] || skip "no utmpdump"
boot <<END
id:3:initdefault:
a1:3:respawn,tty=ttyZZ:/bin/sleep 1001
END
eventually console_has 'waiting for it'
inside ln -s console /dev/ttyZZ
eventually running a1
recorded() { inside utmpdump "$1" 2>/dev/null | grep -q "^\[$2\] \[[0-9]*\] \[a1"; }
eventually recorded /run/utmp 5
inside rm /dev/ttyZZ
kill "$(pid_of a1)"
eventually recorded /run/utmp 8
eventually recorded /var/log/wtmp 8
