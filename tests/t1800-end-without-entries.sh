#!/bin/sh
# Level 0 ends the system though no entry of it does: what ignores TERM is killed, in a session of its own or not.
# limit: 60 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:once:/bin/sh -c "setsid stubborn d1 & setsid stubborn d2 & exit"
END
eventually noted "stubborn d1"
eventually noted "stubborn d2"
telinit_last 0
ended_by halt
console_has "the last resort"
