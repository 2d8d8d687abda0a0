#!/bin/sh
# A mistake in /etc/default/rcS is told and does not end the run; an exit in it is told too.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	noter a
	link 2 S01a
	default <<-END
		SHUTDOWN_ACTION=stop
		if (
	END
	rc 2
	notes_are "start a"
	out_has /etc/default/rcS
	equal status "$status" 0
	default <<-END
		echo \$nothing_that_is_set
		/nonexistent/program
	END
	rc 2
	notes_are "start a"
	default <<-END
		exit 3
	END
	rc 2
	out_has "error: '/etc/init.d/rc' exited outside the expected code flow."
	equal status "$status" 3
}
boot_services
each_shell check
