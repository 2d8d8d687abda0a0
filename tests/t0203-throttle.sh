#!/bin/sh
# An entry that dies at once is started ten times, then held for five minutes.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/note a1
END
eventually console_has 'INIT: Id "a1" respawning too fast: disabled for 5 minutes'
noted_times 10 a1
never_within 300 not noted_times 10 a1
