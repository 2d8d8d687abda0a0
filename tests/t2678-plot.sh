#!/bin/sh
# initctl plot is well-formed SVG, with a row for each job, of 1 to 500 scripts and whatever their names are.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
command -v xmllint >/dev/null || skip "no xmllint (tests/setup installs it)"
initctl=$(tool_path initctl)
# draw JOURNAL [OPTION]: $T/svg
draw() {
	"$initctl" plot "$@" >"$T/svg"
	xmllint --noout "$T/svg" 2>"$T/errors" || die "$1: $(head -n 3 "$T/errors")"
	! grep -q 'nan\|inf"\|href\|<script' "$T/svg" || die "$1: $(grep -m1 'nan\|inf"\|href\|<script' "$T/svg")"
}
# numbers x|y: all places in the picture
numbers() {
	grep -o " $1[12]\{0,1\}=\"[0-9.-]*\"" "$T/svg" | sed 's/.*="\(.*\)"/\1/'
}
for n in 1 5 20 100 500; do
	"$here/journal" "$n" >"$T/journal"
	draw "$T/journal"
	equal "rows of $n" "$(grep -c '<g class="j">' "$T/svg")" "$((n + 5))"
	equal "names of $n" "$(sed -n 's/^[0-9]* start \([^ ]*\) .*/\1/p' "$T/journal" | while read -r name; do
		grep -qF "<title>$name, start" "$T/svg" || echo "$name"
	done)" ''
	# nothing is outside of the picture
	sed -n 's/.* height="\([0-9]*\)" viewBox.*/\1/p' "$T/svg" | head -n 1 >"$T/height"
	equal "lower than $(cat "$T/height")" "$(numbers y | awk -v max="$(cat "$T/height")" '$1 > max || $1 < 0')" ''
	equal "wider than 1200" "$(numbers x | awk '$1 > 1200 || $1 < 0')" ''
done
# failures are red, and what was skipped is told
grep -q 'class="bar bad' "$T/svg" || die "no failure"
grep -q 'skipped: stopped' "$T/svg" || die "nothing skipped"
grep -q 'prefers-color-scheme:dark' "$T/svg" || die "light only"
# the times of the scripts, from left to right: x and width of one bar
cat >"$T/two" <<'END'
1000000 enter #
1000000 entry si sysinit 10 rcS
1000000 level S N
1000000 start a start 20 - S01a
2000000 end a start 20 0 1 1 1 -
2000000 start b start 21 a S02b
4000000 end b start 21 2 1 1 1 a
4000000 done S
4000000 died si 10 0
4000000 enter 2
4000000 entry x wait 11 true
4000000 died x 11 0
4000000 settled 2
END
draw "$T/two"
# bar CLASS: x and width, rounded
bar() {
	sed -n "s/.*<rect class=\"bar $1 ring\" x=\"\([0-9]*\)[^ ]* y=[^ ]* width=\"\([0-9]*\).*/\1 \2/p" "$T/svg"
}
# a kernel of a quarter is drawn shorter: 28 + 0.15 * 1096, then 931.6 for three seconds
equal "a" "$(bar script)" '192 310'
equal "b" "$(bar bad)" '502 621'
# odd ones
printf '5 level 2 N\n' >"$T/odd"
draw "$T/odd"
printf '%s\n' '5 enter #' '6 entry <a>&"b wait 7 <&>"\012\033' '10 level 2 N' '11 start <b>&"c start 9 - x' '13 done 2' >"$T/odd"
draw "$T/odd"
# all at once, none of it taking any time
printf '%s\n' '0 enter #' '0 entry a wait 7 x' '0 level 2 N' '0 start b start 9 - x' '0 end b start 9 0 0 0 0 -' '0 done 2' \
	'0 settled 2' >"$T/odd"
draw "$T/odd"
# a time at the end of time
printf '%s\n' '5 level 2 N' '1000000000000000 done 2' '1000000000000000 start a start 1 - x' >"$T/odd"
draw "$T/odd"
