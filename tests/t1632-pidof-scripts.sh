#!/bin/sh
# pidof -x also finds the shells that run a script of that name, which the kernel has named them after.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
END
eventually in_level 3
for script in scr averylongscriptnameindeed; do
	put /tmp/x/$script 755 <<-'END'
	#!/bin/sh
	sleep 3000
	END
done
start() {
	# shellcheck disable=SC2016
	inside sh -c 'cd /tmp/x && setsid -f "$@"' - "$@"
}
# found WANTED WORDS: how many pidof WORDS finds
found() {
	_wanted=$1
	shift
	[ "$(inside pidof "$@" | wc -w)" -eq "$_wanted" ]
}
start ./scr
eventually found 1 -x scr
start /tmp/x/scr
eventually found 2 -x scr
start sh ./scr 	# the kernel calls this one sh
start ./averylongscriptnameindeed -o option
eventually found 1 -x averylongscriptnameindeed
found 1 -x ./scr
found 1 -x /tmp/x/scr
found 0 -x /a/scr
found 0 -x averylongscriptn
found 0 scr
found 0 /tmp/x/scr
found 2 -x scr
