#!/bin/sh
# fstab-decode ends as its command does, with 127 and a message if it cannot be run, with 1 without one.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
decode=$(tool_path fstab-decode)
# is STATUS WORDS...
is() {
	_wanted=$1 _status=0
	shift
	"$decode" "$@" >"$T/said" 2>"$T/errors" || _status=$?
	equal "status of $*" "$_status" "$_wanted"
}
is 0 true
is 7 sh -c 'exit 7'
is 127 "$T/nothing"
equal message "$(cat "$T/errors")" "fstab-decode: $T/nothing: No such file or directory"
is 127 "$T"
# the command itself is not decoded
is 127 'tr\165e'
is 1
grep -q '^Usage: fstab-decode' "$T/errors"
[ ! -s "$T/said" ]
