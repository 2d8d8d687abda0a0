#!/bin/sh
# insserv refuses what Debian's refuses, for the same reasons, and changes nothing then.
# limit: 180 s
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
debian=${RUNG_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/rung}/tools/sbin/insserv
[ -x "$debian" ] || skip "no insserv of Debian's; see tests/setup"
cp "$debian" "$F/sbin/debian"
cp "$(tool_path insserv)" "$F/sbin/ours"

# calls SEED: five scripts, some in level 2 alone or at boot, that require each other or what is not there, and
# what is done with them
calls() {
	awk -v seed="$1" '
	function any(list,    n, part) {
		n = split(list, part, "|")
		return part[1 + int(rand() * n)]
	}
	BEGIN {
		srand(seed)
		for (n = 1; n <= 5; n++) {
			needs = ""
			for (i = 1; i < n; i++)
				if (rand() < 0.4)
					needs = needs " s" i
			if (rand() < 0.2)
				needs = needs " none"
			print "s" n "|" any("2 3 4 5|2 3 4 5|2|S") "|" needs
		}
		for (n = 0; n < 12; n++) {
			line = "-" any("v|v|v|f|f|r|r|d")
			if (rand() < 0.2)
				line = line " -f"
			for (i = any("0|1|1|1|2"); i > 0; i--)
				line = line " s" any("1|2|3|4|5")
			print line
		}
	}'
}

# Debian's tells each missing service once, ours also who else requires it.
all_calls() {
	rm -rf "$F"/etc/rc?.d "$F/etc/init.d"
	mkdir "$F/etc/init.d"
	while IFS='|' read -r words levels needs; do
		case $words in
		s*)	script "$words" "Default-Start=$levels" "Required-Start=$needs"
			continue ;;
		esac
		# shellcheck disable=SC2086
		tool "$1" $words
		echo "== insserv $words: $status"
		sed -n 's/^[a-z]*: \(FATAL: service [^ ]*\) .*/\1/p' "$T/said" | sort -u
		# numbers are t2220's
		farm | sed 's,d \([SK]\)..,d \1,' | sort
	done <"$T/calls"
}
seed=1
while [ $seed -le 15 ]; do
	calls $seed >"$T/calls"
	all_calls debian >"$T/debian"
	all_calls ours >"$T/rung"
	diff -U 20 "$T/debian" "$T/rung" || {
		grep '^s' "$T/calls"
		die "seed $seed: not the same"
	}
	seed=$((seed + 1))
done
