#!/bin/sh
# A copy of a script in the place of a link is left as it is, and told; the rest is done.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
told() {
	says "rc$1.d/$2 is no symbolic link: it is left as it is, and runs with its level"
}
script one
script two
works update-rc.d one defaults
# as from cp -L, or from an archive without links
for level in 2 3; do
	cp --remove-destination "$F/etc/init.d/one" "$F/etc/rc$level.d/S01one"
	echo "# mine" >>"$F/etc/rc$level.d/S01one"
done
works update-rc.d two defaults
not grep "no symbolic link" "$T/said"
works update-rc.d one disable
told 2 S01one
told 3 S01one
farm 4 | grep K01one
for level in 0 1 4 5 6; do
	rm "$F/etc/rc$level.d"/[SK]01one
	cp "$F/etc/init.d/one" "$F/etc/rc$level.d/S01one"
done
# now there is no link at all, and one has to be made where a copy is
works update-rc.d one defaults
told 4 S01one
works update-rc.d one remove
told 4 S01one
works chkconfig --add one
told 5 S01one
grep -q mine "$F/etc/rc2.d/S01one"
grep -q mine "$F/etc/rc3.d/S01one"
