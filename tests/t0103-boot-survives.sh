#!/bin/sh
# A boot entry is not killed by a level change.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
bt::boot:/bin/sleep 1001
a1:3:respawn:/bin/sleep 1002
END
eventually running bt
eventually running a1
bt=$(pid_of bt)
telinit -t 1 2
eventually not running a1
eventually in_level 2
never_within 200 not alive "$bt"
