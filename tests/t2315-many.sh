#!/bin/sh
# More processes than it may open files are all stopped, and waited for.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
# shellcheck disable=SC2016
inside sh -c 'for i in $(seq 60); do /opt/foo 1000 >/dev/null 2>&1 </dev/null & done'
sixty() {
	[ "$(spawned foo | wc -l)" -eq 60 ]
}
eventually sixty
inside sh -c 'ulimit -n 20 && exec /sbin/ssd --stop --name foo --retry 20' >"$T/out" 2>"$T/err" || die "status $?"
no_errors
equal "who is left" "$(spawned foo)" ''
