#!/bin/sh
# What is refused has changed nothing: no pid file, no markers.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
refused() {
	! inside shutdown "$@" >"$T/said" 2>&1 </dev/null || die "$* was not refused"
	nothing_left || die "$*: left something"
}
refused -F
refused -F -r never
refused -f -r 12:60
refused -F -n +1
refused -F -i 9 now
refused -f -t never now
