#!/bin/sh
# -k warns, takes everything back when the time has come, and changes no level.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
log_in alice console
collect_log
status=0
inside shutdown -F -r -k now just a drill >"$T/said" </dev/null || status=$?
equal status "$status" 0
eventually console_has 'just a drill'
eventually console_has 'The system is going down for reboot NOW!'
grep -q 'Shutdown cancelled\.' "$T/said"
nothing_left
never_within 300 not in_level 3
! logged 'shutting down'
