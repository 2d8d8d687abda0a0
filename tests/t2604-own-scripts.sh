#!/bin/sh
# rcrun --check finds nothing wrong with rung's own scripts, once insserv has linked all of them.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
rm -r "$F/etc/insserv.conf"
(
	unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
	make -s -C "$here/.." DESTDIR="$T/ours" MANDIR=/man DOCDIR=/man install-scripts
)
cp -R "$T/ours/etc/." "$F/etc"
# shellcheck disable=SC2046
works insserv $(init_scripts | grep -vx -e rc -e rcS -e skeleton)
[ "$(farm | wc -l)" -gt 30 ] || die "they are not linked"
tool rcrun --check
equal output "$(cat "$T/out")" ''
equal status "$status" 0
for level in S 0 1 2 6; do
	works rcrun --plan --previous 2 "$level"
	equal "what is said of level $level" "$(cat "$T/said")" ''
done
