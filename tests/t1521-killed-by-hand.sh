#!/bin/sh
# A shutdown that is killed, even as pkill -9 shutdown does it, or terminated leaves nothing.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
start -F -r +3
eventually test -e "$R/run/nologin"
inside pkill -9 shutdown
eventually nothing_left
start -F -r +3
eventually test -e "$R/run/nologin"
inside kill -TERM "$PID"
eventually nothing_left
in_level 3
