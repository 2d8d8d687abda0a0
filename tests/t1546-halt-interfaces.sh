#!/bin/sh
# -i takes the network interfaces with addresses down, but for lo.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<INITTAB
id:3:initdefault:
zz:06:respawn:/bin/sleep 1000
INITTAB
eventually in_level 3
inside ip link add name one type veth peer name two 2>"$T/errors" || skip "no interfaces to be made here"
for link in lo one two; do inside ip link set "$link" up; done
inside ip address add 192.0.2.1/24 dev one
inside setpriv --bounding-set -sys_boot halt -f -i 2>"$T/said" || die "status $?"
link_is_up() {
	inside ip -o link show "$1" | grep -q '[<,]UP[,>]'
}
link_is_up lo
link_is_up two
not link_is_up one
