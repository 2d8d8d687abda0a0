#!/bin/sh
# The program gets the environment as it is, but for HOME of another user, and its path as the word before its arguments.
# shellcheck disable=SC2016 source=tests/ssd.sh
. "${0%/*}/ssd.sh"
# environment HOME OPTION...
environment() {
	_home=$1
	shift
	inside env -i HOME=/there USER=them SHELL=/bin/x A='b  c' /sbin/ssd --start --startas /usr/bin/env --name none \
		"$@" >"$T/out"
	sort "$T/out" | tr '\n' '|' >"$T/is"
	equal "environment with $*" "$(cat "$T/is")" "A=b  c|HOME=$_home|SHELL=/bin/x|USER=them|"
}
nobody=$(inside sh -c 'IFS=:; while read -r name _ _ _ _ home _; do [ "$name" != nobody ] || echo "$home"; done </etc/passwd')
environment /there
environment /there --group 0
environment /there --user root
environment /root --chuid root
environment /root --chuid 0
environment "$nobody" --chuid nobody
inside sh -c 'rm -f /run/home; exec env -i /sbin/ssd --start --background --output /run/home --startas /usr/bin/env \
	--name none --chuid root'
eventually grep -qx HOME=/root "$R/run/home"
gives 0 --start --startas /bin/sh --exec /opt/foo -- -c 'tr "\0" "|" </proc/$$/cmdline; echo' x "" "y z"
out_is '/bin/sh|-c|tr "\0" "|" </proc/$$/cmdline; echo|x||y z|'

# --verbose tells what is done; Debian's words are lost where its output is a file
spawn /opt/foo 1003 >/dev/null
if [ -z "${TOOLS-}" ]; then
	gives 0 --start --verbose --startas /bin/echo --name none -- word
	out_is "Starting /bin/echo..." word
	gives 0 --start --verbose --background --exec /opt/bar -- 1003
	out_is "Starting /opt/bar..." "Detaching to start /opt/bar..." "Detaching complete..."
fi
gives 0 --start --verbose --exec /opt/foo --oknodo
out_is "/opt/foo already running."

# who may not signal them all says how many
spawn setpriv --reuid 65534 --clear-groups /opt/foo 1004 >/dev/null
many() {
	[ "$(spawned foo | wc -l)" -eq 2 ]
}
eventually many
status=0
inside setpriv --reuid 65534 --clear-groups /sbin/ssd --stop --name foo >"$T/out" 2>"$T/err" || status=$?
equal status "$status" 0
out_is "1 pids were not killed"
err_has "failed to kill"
gives 0 --stop --exec /opt/foo
