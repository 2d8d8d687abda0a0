#!/bin/sh
# At boot, with no previous level, K links are not run.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	noter a
	noter b
	link 2 K01a S01b
	previous=N rc 2
	notes_are "start b"
	previous='' rc 2
	notes_are "start b"
	link S K01a S01b
	rc S
	notes_are "start b"
}
boot_services
each_shell check
