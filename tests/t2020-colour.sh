#!/bin/sh
# Colours are for terminals only.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
check() {
	: >"$T/console"
	noter good
	script bad <<-END
		exit 1
	END
	link 4 S01good S02bad
	rc 4
	out_has "[  ok  ]"
	not grep -q "$escape" "$T/out"
	for term in dumb linux; do
		inside env TERM=$term setsid sh -c '/etc/init.d/rc 4 </dev/console >/dev/console 2>&1'
	done
	eventually console_times 2 "failed: bad"
	console_has "[  ok  ]"
	console_has "[FAILED]"
	console_has "[${escape}[32m  ok  ${escape}[0m]"
	console_has "[${escape}[31mFAILED${escape}[0m]"
}
escape=$(printf '\033')
boot_services
each_shell check
