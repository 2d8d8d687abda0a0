#!/bin/sh
# A bootlogd that may not redirect the console, or finds none, says so, ends with 1 and leaves nothing behind.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
END
eventually in_level 3
powerless() {
	inside setpriv --bounding-set=-sys_admin --inh-caps=-sys_admin bootlogd -c -l /run/bootlog -p /run/bootlogd.pid
}
status=0
powerless 2>"$T/said" || status=$?
equal status "$status" 1
grep -q bootlogd "$T/said"
[ ! -e "$R/run/bootlog" ]
[ ! -e "$R/run/bootlogd.pid" ]
not runs bootlogd
