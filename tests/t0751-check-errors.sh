#!/bin/sh
# init --check shows errors with file, line, column, the line, a caret and a suggestion.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
END
put /tmp/table <<END
id:3:initdefault:
	a1:3:respwan:/bin/true
a2:3:respawn,gracee=3:/bin/true
a3:3
a1:3:once:/bin/true
a1:3:once:/bin/true
:3:once:/bin/true
a4:3:xyzzy:/bin/true
a5:3:once,grace=x:/bin/true
END
status=0
inside init --check /tmp/table >"$T/said" 2>&1 || status=$?
equal "exit status" "$status" 2
has() {
	grep -qxF -e "$1" "$T/said" || {
		show "it says" <"$T/said"
		die "missing: $1"
	}
}
has '/tmp/table:2:7: error: unknown action "respwan"; did you mean "respawn"?'
has "$(printf '  \ta1:3:respwan:/bin/true')"
has "$(printf '  \t     ^~~~~~~')"
has '/tmp/table:3:14: error: unknown option "gracee"; did you mean "grace"?'
has '/tmp/table:6:1: error: duplicate ID field "a1"'
has '  ^~'
has '/tmp/table:8:6: error: unknown action "xyzzy"'
grep -q '^/tmp/table:4:[0-9]*: error: missing' "$T/said"
grep -q '^/tmp/table:7:1: error: missing id field$' "$T/said"
grep -q '^/tmp/table:9:11: error: option grace: expected ' "$T/said"
equal "number of errors" "$(grep -c '^/tmp/table:[0-9]*:[0-9]*: error: ' "$T/said")" 7
