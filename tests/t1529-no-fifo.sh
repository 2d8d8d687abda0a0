#!/bin/sh
# When init cannot be told, shutdown says why, takes everything back, logs it and fails.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
collect_log
signal STOP	# or init would have its FIFO back in no time
inside sh -c 'rm -f /run/initctl && : >/run/initctl'
status=0
inside shutdown -F -r now 2>"$T/said" </dev/null || status=$?
equal status "$status" 1
grep -q '/run/initctl' "$T/said"
nothing_left
eventually logged 'shutdown failed'
