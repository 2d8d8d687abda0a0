#!/bin/sh
# What the old level has started is not started again, unless the new level has stopped it.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	for name in both stopped new; do noter "$name"; done
	link 2 S01both S01stopped
	link 3 S05both K01stopped S05stopped S05new
	previous=2 rc 3
	notes_are "stop stopped" "start new" "start stopped"
	previous=S rc 3
	notes_are "stop stopped" "start both" "start new" "start stopped"
	# in the levels that end the system nothing is left out
	link 6 S01both
	previous=2 rc 6
	notes_are "stop both"
}
boot_services
each_shell check
