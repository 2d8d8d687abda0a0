#!/bin/sh
# From the same scripts, real ones and random ones, come the same links as from Debian's insserv.
# limit: 180 s
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
debian=${RUNG_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/rung}/tools/sbin/insserv
[ -x "$debian" ] || skip "no insserv of Debian's; see tests/setup"
cp "$debian" "$F/sbin/debian"

# compare WHAT: the scripts that are there, with either program: links, and .depend files byte for byte
compare() {
	for program in debian insserv; do
		rm -rf "$F"/etc/rc?.d "$F"/etc/init.d/.depend.*
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

# random SEED: half of the scripts of boot, half of 2 to 5; none requires one that comes later
random() {
	awk -v seed="$1" '
	function some(part, n,    i, list) {
		list = ""
		for (i = part; i < n; i += 2)
			if (rand() < 0.25)
				list = list " s" i
		return list
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
while [ $seed -le 40 ]; do
	rm -rf "$F/etc/init.d"
	mkdir "$F/etc/init.d"
	random $seed >"$T/table"
	headers "$T/table"
	compare "random $seed"
	seed=$((seed + 1))
done
