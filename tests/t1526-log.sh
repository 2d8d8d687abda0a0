#!/bin/sh
# The log is told that the system goes down, from shutdown with its pid, as a notice of a user process.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
collect_log
inside shutdown -r now </dev/null
eventually logged 'shutting down for system reboot'
grep -aq '<13>[^<]*shutdown\[[0-9]*\]: shutting down' "$R/run/log"
telinit 3
eventually in_level 3
inside shutdown -h now </dev/null
eventually logged 'shutting down for system halt'
