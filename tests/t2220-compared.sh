#!/bin/sh
# From the same scripts, real ones and random ones, come the same links as from Debian's insserv.
# limit: 180 s
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
debian=${RUNG_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/rung}/tools/sbin/insserv
[ -x "$debian" ] || skip "no insserv of Debian's; see tests/setup"
cp "$debian" "$F/sbin/debian"

# compare WHAT: the scripts that are there, with either program: links, and .depend files byte for byte
compare() {
	for program in debian insserv; do
		rm -rf "$F"/etc/rc?.d "$F"/etc/init.d/.depend.*
		[ ! -e "$F/etc/init.d/none" ] || link 2 S05none
		# shellcheck disable=SC2046
		works $program -f $(init_scripts)
		{
			farm
			cat "$F/etc/init.d/.depend.boot" "$F/etc/init.d/.depend.start" "$F/etc/init.d/.depend.stop"
		} >"$T/$program"
	done
	diff "$T/debian" "$T/insserv" || die "$1: not the same"
}

headers "$here/farm/reference"
compare reference
headers "$here/farm/more"
cp "$F/etc/insserv.conf" "$T"
cat "$here/farm/more.conf" >>"$F/etc/insserv.conf"
compare more
cp "$T/insserv.conf" "$F/etc"

# random SEED CHANCE: half of the scripts of boot, half of 2 to 5; none requires one that comes later; with that
# chance a list has a name that nobody provides
random() {
	awk -v seed="$1" -v chance="$2" '
	function absent() {
		return rand() < chance ? " absent" int(3 * rand()) : ""
	}
	function some(part, n,    i, list) {
		list = ""
		for (i = part; i < n; i += 2)
			if (rand() < 0.25)
				list = list " s" i
		return list absent()
	}
	BEGIN {
		srand(seed)
		split("$local_fs $remote_fs $syslog $network $time", name, " ")
		count = 4 + int(rand() * 16)
		for (n = 0; n < count; n++) {
			boot = n % 2 == 0
			printf "s%d|s%d|%s%s|%s|%s||||%s|%s|%s\n", n, n, some(n % 2, n),
				rand() < 0.4 ? " " name[1 + int(rand() * 5)] : "", some(n % 2, n),
				rand() < 0.3 ? some(n % 2, n) : "", boot ? "S" : "2 3 4 5",
				boot ? "0 6" : "0 1 6", rand() < 0.15 ? "true" : ""
		}
	}'
}
seed=1
while [ $seed -le 24 ]; do
	rm -rf "$F/etc/init.d"
	mkdir "$F/etc/init.d"
	random $seed 0.$((seed % 2)) >"$T/table"
	headers "$T/table"
	# one without a header, which has a link
	[ $((seed % 4)) -gt 0 ] || printf '#!/bin/sh\n' >"$F/etc/init.d/none"
	chmod 755 "$F"/etc/init.d/*
	compare "random $seed"
	seed=$((seed + 1))
done
