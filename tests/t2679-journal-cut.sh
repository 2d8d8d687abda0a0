#!/bin/sh
# A journal that is cut off anywhere, or in the middle of a line, counts as far as its lines are whole.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
initctl=$(tool_path initctl)
"$here/journal" 8 2 >"$T/journal"
size=$(wc -c <"$T/journal")
at=70
while [ "$at" -lt "$size" ]; do
	head -c "$at" "$T/journal" >"$T/cut"
	sed -n "1,$(wc -l <"$T/cut")p" "$T/journal" >"$T/whole"
	for what in blame chain plot 'plot --json'; do
		# shellcheck disable=SC2086
		"$initctl" $what "$T/cut" >"$T/got" || die "$what, cut at $at"
		# shellcheck disable=SC2086
		"$initctl" $what "$T/whole" >"$T/wanted"
		cmp "$T/got" "$T/wanted" || die "$what, cut at $at"
	done
	at=$((at + 23))
done
# a writer was killed in the middle of a line, and another one went on behind it
sed 's/^\([0-9]* start devices start\).*/\1/' "$T/journal" | tr '\n' '|' | sed 's/\(start devices start\)|/\1 /' | tr '|' '\n' >"$T/torn"
[ "$(wc -l <"$T/torn")" -lt "$(wc -l <"$T/journal")" ] || die "nothing is torn"
"$initctl" blame "$T/torn" >"$T/got"
for name in mountkernfs checkroot mountall; do
	grep -q " $name (level" "$T/got" || die "no $name"
done
# words that are not known, fields that are more
sed 's/$/ and more/; s/^\([0-9]*\) done.*/\1 word of ours\n&/' "$T/journal" >"$T/more"
"$initctl" blame "$T/more" >"$T/got"
"$initctl" blame "$T/journal" | diff - "$T/got"
