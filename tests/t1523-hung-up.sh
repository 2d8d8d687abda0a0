#!/bin/sh
# A shutdown goes on when its terminal hangs up, stops it or sends a quit.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
start -F -r +3
for signal in HUP QUIT TSTP TTIN TTOU; do inside kill -s "$signal" "$PID"; done
never_within 500 not waiting
inside shutdown -c
eventually nothing_left
