#!/bin/sh
# What a script writes is in a file of its name that daemons may keep open; VERBOSE=yes shows it too.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
check() {
	script talks <<-'END'
		echo "$1 talks"
		echo "and complains" >&2
		[ -p /dev/stdout ] && echo "to a pipe"
		(trap '' HUP; until [ -e /run/open.now ]; do sleep 0.1; done; echo "later"; rm /run/open.now) &
	END
	link 2 S01talks
	rc 2
	log=$R/run/rc/log/talks
	equal "the log" "$(cat "$log")" "start talks
and complains"
	not grep -q talks$ "$T/out" || out_has "start talks"
	not grep -q complains "$T/out"
	open_gate now
	eventually grep -q later "$log"
	# the next call begins anew
	default <<-END
		VERBOSE=yes
	END
	rc 2
	equal "the log" "$(cat "$log")" "start talks
and complains"
	out_has "	and complains"
	open_gate now
	eventually not test -e "$R/run/open.now"
}
boot_services
each_shell check
