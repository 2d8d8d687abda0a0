#!/bin/sh
# A nologin and a forcefsck that an administrator has made stay as they are.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
echo closed >"$R/etc/nologin"
echo closed >"$R/run/nologin"
echo mine >"$R/forcefsck"
start -F -r +3
inside shutdown -c
eventually not test -e "$R/run/shutdown.pid"
equal nologin "$(cat "$R/run/nologin" "$R/etc/nologin")" "closed
closed"
equal forcefsck "$(cat "$R/forcefsck")" mine
