#!/bin/sh
# readbootlog -h prints a usage and ends with 0, a wrong option ends with 1.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
readbootlog=$(tool_path readbootlog)
"$readbootlog" -h >"$T/said"
grep -q -e '-f' "$T/said"
for words in -k -f; do
	status=0
	"$readbootlog" $words >"$T/said" 2>"$T/errors" || status=$?
	equal "status of $words" "$status" 1
	[ -s "$T/errors" ]
done
