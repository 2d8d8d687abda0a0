#!/bin/sh
# Modules include each other in one direction: there is no circle, and process 1 needs nothing of cmd/.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
cd "$here/.."
top=$PWD
# included FILE: the modules whose headers it includes, as paths from the top without the ending
included() {
	sed -n 's/^#include "\(.*\)\.h".*/\1/p' "$1" | while read -r header; do
		case $header in
		*/*) place=$(cd "${1%/*}/${header%/*}" && pwd) ;;
		*) place=$(cd "$(dirname "$1")" && pwd) ;;
		esac
		place=${place#"$top"}
		place=${place#/}
		echo "${place:+$place/}${header##*/}"
	done
}
for file in *.[ch] cmd/*.[ch] cmd/*/*.[ch]; do
	for module in $(included "$file"); do
		[ "$module" = "${file%.*}" ] || echo "${file%.*} $module"
	done
done >"$T/pairs"
[ "$(wc -l <"$T/pairs")" -ge 300 ] || die "only $(wc -l <"$T/pairs") includes found"
tsort "$T/pairs" >"$T/order" 2>"$T/circle" || die "a circle: $(tr '\n' ' ' <"$T/circle")"
[ ! -s "$T/circle" ] || die "a circle: $(tr '\n' ' ' <"$T/circle")"
! grep -E '^[^/ ]+ cmd/' "$T/pairs" || die "that is of cmd/"
