#!/bin/sh
# A script that fails does not end the run; its output is shown, and the summary names it.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	noter a
	noter z
	script bad <<-END
		echo to standard output
		echo to standard error >&2
		exit 3
	END
	script killed <<-END
		kill -HUP \$\$
	END
	script usage <<-END
		echo not seen
		exit 5
	END
	script unready <<-END
		exit 6
	END
	link 2 S01a S02bad S03killed S04usage S05unready S06z
	rc 2
	equal status "$status" 0
	notes_are "start a" "start z"
	grep -q '^\[  ok  \]    [0-9]\.[0-9][0-9] s  start a$' "$T/out"
	grep -q '^\[FAILED\]    [0-9]\.[0-9][0-9] s  start bad: status 3$' "$T/out"
	out_has "	to standard output"
	out_has "	to standard error"
	grep -q '^\[FAILED\]    [0-9]\.[0-9][0-9] s  start killed: signal 1$' "$T/out"
	grep -q '^\[ skip \]    [0-9]\.[0-9][0-9] s  start usage: not installed$' "$T/out"
	grep -q '^\[ skip \]    [0-9]\.[0-9][0-9] s  start unready: not configured$' "$T/out"
	not grep -q "not seen" "$T/out"
	out_has "rc: level 2: 6 scripts in"
	out_has "rc: level 2: failed: bad (status 3), killed (signal 1); see /run/rc/log"
	link 4 S01a
	rc 4
	out_has "rc: level 4: 1 script in"
	# 7 is that it was not running: as it should be when it is stopped
	script seven <<-END
		exit 7
	END
	link 3 K01seven S01seven
	previous=2 rc 3
	grep -q '^\[  ok  \]    [0-9]\.[0-9][0-9] s  stop seven: was not running$' "$T/out"
	grep -q '^\[FAILED\]    [0-9]\.[0-9][0-9] s  start seven: status 7$' "$T/out"
}
boot_services
each_shell check
