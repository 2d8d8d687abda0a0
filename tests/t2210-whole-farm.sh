#!/bin/sh
# From the headers of all scripts of many packages come the links that Debian's insserv makes of them.
# limit: 120 s
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
headers "$here/farm/reference"
headers "$here/farm/more"
cat "$here/farm/more.conf" >>"$F/etc/insserv.conf"
# shellcheck disable=SC2046
works insserv -f $(init_scripts)
farm | awk '
	{ level = substr($1, 3, 1); levels[$2] = levels[$2] level }
	END { for (link in levels) print link, levels[link] }' | LC_ALL=C sort >"$T/is"
grep -v '^#' "$here/farm/links" | diff - "$T/is"
grep -v '^#' "$here/farm/depend.boot" >"$T/wanted"
grep -v -e '^bootmisc' -e '^networking' "$F/etc/init.d/.depend.boot" | diff "$T/wanted" -
