#!/bin/sh
# A file that initctl cannot read, or that is no journal, gets one message that names it.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
initctl=$(tool_path initctl)
# says TEXT FILE: for each verb, and status 1
says() {
	for verb in blame chain plot; do
		for json in '' --json; do
			# shellcheck disable=SC2086
			equal "$verb $json $2" "$("$initctl" $verb $json "$2" 2>&1 || echo $?)" "initctl: $2: $1
1"
		done
	done
}
says 'No such file or directory' "$T/none"
says 'Is a directory' "$T"
says 'Invalid argument' /dev/null
none="expected lines of a boot's journal, found none"
: >"$T/empty"
says "$none" "$T/empty"
mkfifo "$T/fifo"
says "$none" "$T/fifo"
says "$none" "$initctl"
printf '%s\n' 'run 2 N' 'runner 5 10' 'start 100 0 S01a' '100 what is this' '7 level' '8 start a start' \
	'9 start a start none' '10 end a start 5 x' '-5 level 2 N' '99999999999999999999 level 2 N' >"$T/foreign"
says "$none" "$T/foreign"
printf '10 level 2 N' >"$T/cut"
says "$none" "$T/cut"
# what another machine tells, by a pipe
"$here/journal" 5 >"$T/journal"
"$initctl" blame "$T/journal" >"$T/wanted"
(sed -n '1,9p' "$T/journal" && sleep 0.1 && sed '1,9d' "$T/journal") | "$initctl" blame /dev/stdin | diff "$T/wanted" -
