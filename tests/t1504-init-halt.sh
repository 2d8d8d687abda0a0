#!/bin/sh
# INIT_HALT tells the scripts of level 0 whether to halt or to power off, and is unset without -H and -P.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
halts() {
	wanted=$1
	shift
	rm -f "$R/run/env.l0"
	inside shutdown "$@" now </dev/null
	eventually test -e "$R/run/env.l0"
	equal "INIT_HALT of $*" "$(sed -n 's/^INIT_HALT=//p' "$R/run/env.l0")" "$wanted"
	telinit 3
	eventually in_level 3
}
halts HALT -h -H
halts POWEROFF -h -P
halts '' -h
halts HALT -H -i 0
