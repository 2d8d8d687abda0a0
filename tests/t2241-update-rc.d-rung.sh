#!/bin/sh
# update-rc.d -n says what it would do and does nothing; DPKG_ROOT goes in front of every path.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
script a
mkdir "$F/etc/rc0.d"
works update-rc.d -n a defaults
says 'insserv: enable service ../init.d/a -> /etc/init.d/../rc0.d/K01a'
equal links "$(find "$F/etc" -name '[SK]*' -type l)" ''

mkdir -p "$F/target/etc/init.d"
mv "$F/etc/init.d/a" "$F/target/etc/init.d/a"
cp "$(tool_path update-rc.d)" "$F/sbin"
works env DPKG_ROOT=/target /sbin/update-rc.d a defaults
equal target "$(readlink "$F/target/etc/rc2.d/S01a")" ../init.d/a
equal files "$(cd "$F/target/etc/init.d" && echo .depend.*)" '.depend.boot .depend.start .depend.stop'
equal 'links beside it' "$(find "$F/etc" -name '[SK]*' -type l)" ''

works update-rc.d --help
says usage
works update-rc.d --version
grep -q '^update-rc.d (rung) ' "$T/out"
