#!/bin/sh
# A run of five minutes, and SIGHUP, make the next time that an entry is held a short one.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/shifted.sh
. "${0%/*}/shifted.sh"
rung_only
put /sbin/flaky 755 <<'END'
#!/bin/sh
note a1
[ ! -e /run/good ] || exec sleep 1001
END
boot_shifted <<END
id:3:initdefault:
a1:3:respawn:/sbin/flaky
END
eventually console_has "disabled for 5 minutes"
later 301
eventually console_has "disabled for 10 minutes"
: >"$R/run/good"
later 601
one() {
	pid=$(pids_running "sleep 1001") && [ -n "$pid" ]
}
eventually one
later 301
rm "$R/run/good"
kill "$pid"
short() {
	[ "$(console_count "disabled for 5 minutes")" -eq "$1" ]
}
eventually short 2
later 301
again() {
	[ "$(console_count "disabled for 10 minutes")" -eq 2 ]
}
eventually again
signal HUP
eventually short 3
