#!/bin/sh
# startpar and Debian's print the same for a shell, and run the same scripts, on the reference farm and in each mode.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
debian=${RUNG_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/rung}/services/bin/startpar
[ -x "$debian" ] || skip "no $debian; tests/setup gets it"
boot_services
cp "$debian" "$R/run/theirs"
number=0
while IFS='|' read -r name _; do
	case $name in
	'#'*) continue ;;
	esac
	number=$((number + 1))
	script "$name" <<-END
		echo "\$1 \${0##*/}" >>/run/notes
		exit $((number % 9))
	END
done <"$here/farm/reference"
while read -r name levels; do
	[ -e "$R/etc/init.d/${name#???}" ] || continue
	for level in S 0 1 2 3 4 5 6; do
		case $levels in
		*$level*) link "$level" "$name" ;;
		esac
	done
done <"$here/farm/links"
put /etc/init.d/.depend.boot <"$here/farm/depend.boot"
for kind in start stop halt; do
	# shellcheck disable=SC2016
	inside sh -c 'echo "TARGETS = $(cd /etc/init.d && echo *)"' | put "/etc/init.d/.depend.$kind"
done
compared=0
for arguments in "-M boot -P N -R S" "-M start -P N -R 2" "-M start -P 2 -R 3" "-M stop -P 2 -R 0" "-M stop -P 2 -R 1" \
	"-M start -P 2 -R 1" "-M halt -P 2 -R 6"
do
	for who in theirs ours; do
		program=/run/theirs
		[ "$who" = theirs ] || program=startpar
		inside rm -f /run/notes
		# shellcheck disable=SC2086
		inside $program $arguments </dev/null >"$T/$who" 2>"$T/$who.err" || echo "status $?" >>"$T/$who"
		# which end first is by chance
		sed 's/[ "]/\n/g' "$T/$who" | sed '/=$/!s/^/ /' | awk '/=$/ { v = $0; next } NF { print v, $1 }' | sort >"$T/$who.names"
		{ cat "$R/run/notes" 2>/dev/null || :; } | sort >"$T/$who.notes"
	done
	diff "$T/theirs.names" "$T/ours.names" || die "$arguments: not the same is told"
	diff "$T/theirs.notes" "$T/ours.notes" || die "$arguments: not the same was run"
	compared=$((compared + $(wc -l <"$T/ours.notes")))
done
[ "$compared" -ge 30 ] || die "only $compared scripts were run"
