#!/bin/sh
# telinit u in the middle of a level change starts nothing before its turn.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:2:initdefault:
s1:2:respawn:/sbin/stubborn s1
w1:3:wait:/sbin/gate w1
a1:3:respawn:/bin/sleep 1001
END
eventually noted 'stubborn s1'
telinit -t 2 3
eventually console_has 'TERM signal'
telinit u
eventually console_has reloading
never_within 1000 noted 'gate w1'
eventually noted 'gate w1'
never_within 300 running a1
open_gate w1
eventually running a1
