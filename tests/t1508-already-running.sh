#!/bin/sh
# While a shutdown waits another one is refused, and the first goes on.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
start -r +20
first=$PID
status=0
inside shutdown -F -h now 2>"$T/refused" </dev/null || status=$?
equal status "$status" 1
equal "what it says" "$(tr -d '\r' <"$T/refused")" "shutdown: already running."
waiting
equal "the one that waits" "$PID" "$first"
[ ! -e "$R/forcefsck" ]
in_level 3
equal "mode of the pid file" "$(inside stat -c %a /run/shutdown.pid)" 644
