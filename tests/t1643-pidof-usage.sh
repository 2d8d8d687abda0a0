#!/bin/sh
# pidof -h prints a usage and ends with 0; a wrong option, and no program at all, end with 1.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
END
eventually in_level 3
inside pidof -h >"$T/said" 2>"$T/errors"
grep -qi 'usage' "$T/said"
[ ! -s "$T/errors" ]
for words in '' -k '-k init' -d -o; do
	status=0
	# shellcheck disable=SC2086
	inside pidof $words >"$T/said" 2>"$T/errors" || status=$?
	equal "status of pidof $words" "$status" 1
	[ ! -s "$T/said" ]
done
