#!/bin/sh
# -f and -F leave /fastboot and /forcefsck for the next boot, empty, and a cancelled shutdown takes them back.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
start -f -F -r +20
eventually test -e "$R/forcefsck"
eventually test -e "$R/fastboot"
inside shutdown -c
eventually nothing_left
inside shutdown -F -r now </dev/null
eventually in_level 6
[ -f "$R/forcefsck" ] && [ ! -s "$R/forcefsck" ]
[ ! -e "$R/fastboot" ]
equal "mode" "$(inside stat -c %a /forcefsck)" 644
telinit 3
eventually in_level 3
inside shutdown -f -r now </dev/null
eventually in_level 6
[ -f "$R/fastboot" ]
[ ! -e "$R/run/shutdown.pid" ]
