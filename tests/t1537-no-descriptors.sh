#!/bin/sh
# Without standard input, output and errors a shutdown does what it does with them.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
log_in alice console
inside sh -c 'exec shutdown -F -h -P now <&- >&- 2>&-'
eventually in_level 0
eventually test -e "$R/run/env.l0"
env_has l0 INIT_HALT=POWEROFF
eventually console_has 'going down for system halt NOW!'
[ -f "$R/forcefsck" ] && [ ! -s "$R/forcefsck" ]
