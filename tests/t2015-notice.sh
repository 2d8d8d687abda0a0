#!/bin/sh
# A script that takes long is named, once.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
check() {
	script slow <<-END
		while [ ! -e /run/open.slow ]; do sleep 0.1; done
		rm /run/open.slow
	END
	link 2 S01slow
	default <<-END
		SCRIPT_NOTICE=1
	END
	rc 2 &
	running=$!
	eventually grep -q "rc: still waiting for slow start after 1 s$" "$T/out"
	never_within 2500 grep -q "after [23] s" "$T/out"
	open_gate slow
	wait "$running"
	out_has "[  ok  ]"
}
boot_services
each_shell check
