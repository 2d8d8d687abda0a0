#!/bin/sh
# A pid file that a shutdown has left behind stops no other one, whoever has that pid now.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
echo 1 >"$R/run/shutdown.pid"
status=0
inside shutdown -c 2>"$T/said" || status=$?
equal "status of -c" "$status" 1
in_level 3
inside shutdown -r now </dev/null
eventually in_level 6
nothing_left
