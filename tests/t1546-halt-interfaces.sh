#!/bin/sh
# -i takes the network interfaces with addresses down, but for lo.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<INITTAB
id:3:initdefault:
zz:06:respawn:/bin/sleep 1000
INITTAB
eventually in_level 3
inside ip link add name one type dummy 2>/dev/null || skip "no dummy interfaces here"
inside ip link add name two type dummy
for link in lo one two; do inside ip link set "$link" up; done
inside ip address add 192.0.2.1/24 dev one
inside setpriv --bounding-set -sys_boot halt -f -i 2>"$T/said" || die "status $?"
inside ip -o link >"$T/links"
grep -q ' lo: .*UP' "$T/links"
grep -q ' two: .*UP' "$T/links"
not grep -q ' one: <[^>]*UP' "$T/links"
