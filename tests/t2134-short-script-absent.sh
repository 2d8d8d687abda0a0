#!/bin/sh
# A short script whose program is not installed says so to who wants it, and its status is that it does not run.
# shellcheck source=tests/short.sh
. "${0%/*}/short.sh"
check() {
	short it <<-'END'
		DAEMON=/usr/sbin/exampeld
	END
	absent="it: /usr/sbin/exampeld is not installed"
	for action in start restart; do gives 5 "$absent" "" /etc/init.d/it $action; done
	gives 3 "$absent" "" /etc/init.d/it status
	for action in stop try-restart reload; do gives 0 "" "" /etc/init.d/it $action; done
	link 2 S01it
	previous=N rc 2
	out_has "start it: not installed"
	equal log "$(cat "$R/run/rc/log/it")" "$absent"
}
boot_services
each_shell check
