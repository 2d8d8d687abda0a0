#!/bin/sh
# SCRIPT_SKIP selects other rules: names, locks, none.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
check() {
	for name in both stopped new gone; do noter "$name"; done
	link 2 S01both S01stopped K01gone
	link 3 S05both K01stopped S05stopped S05new K01gone
	default <<-END
		SCRIPT_SKIP=names
	END
	previous=2 rc 3
	notes_are "stop stopped" "start new"
	default <<-END
		SCRIPT_SKIP=none
	END
	previous=2 rc 3
	notes_are "stop gone" "stop stopped" "start both" "start new" "start stopped"
	default <<-END
		SCRIPT_SKIP=locks
	END
	inside mkdir -p /var/lock/subsys
	for lock in both gone.init; do inside touch "/var/lock/subsys/$lock"; done
	previous=2 rc 3
	notes_are "stop gone" "start new" "start stopped"
	default <<-END
		SCRIPT_SKIP=some
	END
	previous=2 rc 3
	out_has "rc: /etc/default/rcS: SCRIPT_SKIP='some' must be one of: classic none names locks; taken as classic"
	notes_are "stop gone" "stop stopped" "start new" "start stopped"
}
boot_services
each_shell check
