#!/bin/sh
# initctl --json is JSON whatever the names are, and says the same as the lists.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
command -v jq >/dev/null || skip "no jq (tests/setup installs it)"
initctl=$(tool_path initctl)
"$here/journal" 40 3 >"$T/journal"
for verb in blame chain plot; do
	"$initctl" $verb --json "$T/journal" >"$T/$verb"
	jq -e '.boot | .over and .host == "alder" and .total > .kernel and .kernel > 0' "$T/$verb" >"$T/out" ||
		die "$verb: the boot"
done
jq -e '[.blame[].took] | . == (sort | reverse)' "$T/blame" >"$T/out" || die "slowest first"
jq -e '[.chain[].start] | . == sort' "$T/chain" >"$T/out" || die "in order of time"
# each of the path began when what it waited for had ended
jq -e '[.jobs[] | select(.after)] as $waited | (.jobs | map({key: .name, value: .end}) | from_entries) as $ended |
	($waited | length > 0) and all($waited[]; .start >= $ended[.after])' "$T/plot" >"$T/out" || die "after"
equal "the names of blame" "$(jq -r '.blame[].name' "$T/blame")" \
	"$("$initctl" blame "$T/journal" | sed -n '4,$s/^[^*(]* [*]\{0,1\}  *\([^ ]*\) (.*/\1/p')"
equal "of chain" "$(jq -r '.chain[].name' "$T/chain")" \
	"$("$initctl" chain "$T/journal" | sed -n '5,$s/^ *[0-9.]* s *[0-9.]* s  *\([^ ,]*\).*/\1/p')"

# blanks, quotes, markup, control characters, bytes that are no UTF-8
printf '%s\n' '5 enter #' '6 entry a\040"b\ wait 7 <&>\042\012\011\033[31m\400\08' "10 level 2 N" >"$T/hostile"
# shellcheck disable=SC2059
printf '11 start \303\244"\\\\<\377\033x start 9 - S01\302\205\n12 end \303\244"\\\\<\377\033x start 9 0 1 1 1 -\n' >>"$T/hostile"
printf '13 done 2\n' >>"$T/hostile"
for verb in blame chain plot; do
	jq . >"$T/out" <<-END || die "$verb of hostile names: $("$initctl" $verb --json "$T/hostile")"
		$("$initctl" $verb --json "$T/hostile")
	END
	! "$initctl" $verb "$T/hostile" | LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177\377]')" || die "$verb: control characters"
done
equal "a name" "$("$initctl" plot --json "$T/hostile" | jq -r '.jobs[] | select(.kind == "script").name')" 'ä"\\<??x'
equal "a command" "$("$initctl" plot --json "$T/hostile" | jq -r '.jobs[] | select(.kind == "entry").command' | head -n 1)" \
	'<&>"???[31m\400\08'
