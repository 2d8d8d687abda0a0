#!/bin/sh
# lintian finds nothing in Debian's package but what packaging/debian/README.md explains.
# limit: 120 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
need dpkg-deb
need lintian
make -s -C "$tree" deb >"$T/out"
lintian --allow-root --tag-display-limit 0 "$tree"/rung_*.deb >"$T/lintian" 2>"$T/errors" || :
[ -s "$T/lintian" ]	# the two of nobody's address at least
while read -r _ _ tag _; do
	grep -qE "^\\|.*(^|[ ,|])${tag}[ ,].*\\|" "$here/../packaging/debian/README.md" || {
		show lintian <"$T/lintian"
		die "$tag is not explained"
	}
done <"$T/lintian"
