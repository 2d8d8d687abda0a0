#!/bin/sh
# Only root can shut the system down.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
[ "$(id -u)" -eq 0 ] || skip "needs a second user inside, so root outside"
boot_levels
status=0
inside setpriv --reuid 65534 shutdown -F -r now 2>"$T/said" </dev/null || status=$?
equal status "$status" 1
grep -q '^shutdown: you must be root to do that!' "$T/said"
nothing_left
in_level 3
