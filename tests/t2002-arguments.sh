#!/bin/sh
# In levels 0 and 6 S links get stop too.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	noter a
	noter b
	for level in 0 6; do
		link $level K01a S01b
		previous=2 rc $level
		notes_are "stop a" "stop b"
	done
}
boot_services
each_shell check
