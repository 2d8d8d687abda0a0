#!/bin/sh
# init --check warns of what init accepts but hardly anyone means, with status 1.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
END
put /tmp/table <<END
id:5:initdefault:
a1 :3:once:/bin/true
tty11:3:once:/bin/true
tty12:3:once:/bin/true
a2:3x:once:/bin/true
a3:3:once:/no/such/program
a4:3:once:no-such-program-either x
a5:3:once:
END
status=0
inside init --check /tmp/table >"$T/said" 2>&1 || status=$?
equal "exit status" "$status" 1
has() {
	grep -qE -e "$1" "$T/said" || {
		show "it says" <"$T/said"
		die "missing: $1"
	}
}
has '^/tmp/table:1:4: warning: no entry runs in the default level 5$'
has '^/tmp/table:2:1: warning: blanks belong to the id "a1 "$'
has '^/tmp/table:4:1: warning: id "tty12" .*first four bytes.*"tty11"'
has "^/tmp/table:5:5: warning: 'x' is no runlevel\$"
has '^/tmp/table:6:11: warning: no program /no/such/program$'
has '^/tmp/table:7:11: warning: no program no-such-program-either$'
has '^/tmp/table:8:[0-9]*: warning: no command$'
not grep error "$T/said"
