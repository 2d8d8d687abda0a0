#!/bin/sh
# networking brings up the loopback always, and what ifupdown, DHCP or plain addresses are asked for.
# limit: 120 s
# shellcheck source=tests/scripts.sh disable=SC2016
. "${0%/*}/scripts.sh"
boot_scripts
tries() {
	inside ip link set lo down
	is 3 networking status
	is 0 networking start
	is 0 networking start
	is 0 networking status up
	inside ip link show lo | grep -q UP || die "no loopback"
	if inside ip link add eth8 type dummy 2>/dev/null || inside ip link add eth8 type veth peer eth9 2>/dev/null; then
		printf 'STATIC="eth8=192.0.2.7/24 eth8=192.0.2.8/24"\nGATEWAY=192.0.2.1\n' | put /etc/default/networking
		is 0 networking start
		is 0 networking start
		inside ip address show dev eth8 | grep -q 192.0.2.8/24 || die "no address"
		inside ip route | grep -q '^default via 192.0.2.1 dev eth8' || die "no way out"
		is 0 networking stop
		is 0 networking stop
		! inside ip address show dev eth8 | grep -q 192.0.2 || die "still an address"
		echo 'DHCP=eth8' | put /etc/default/networking
		is 5 networking start
		inside sh -c 'rm -f /sbin/udhcpc'
		put /sbin/udhcpc 755 <<-'END'
			#!/bin/sh
			echo "udhcpc $*" >>/run/notes
			(while :; do sleep 1000 & wait; done) &
			echo $! >"$4"
		END
		echo 'udhcpc() { /sbin/udhcpc "$@"; }' | put /etc/default/rcS
		is 0 networking start
		is 0 networking start
		noted_is 'udhcpc -i eth8 -p /run/udhcpc/eth8.pid -S -t 3 -T 2 -b -s /lib/init/udhcpc-script'
		is 0 networking stop
		is 0 networking stop
		inside test ! -e /run/udhcpc/eth8.pid
		# what the client calls
		lease() {
			inside env interface=eth8 ip=192.0.2.9 mask=24 router='192.0.2.1 192.0.2.2' \
				dns='192.0.2.3 192.0.2.4' domain=example.org /lib/init/udhcpc-script "$1"
		}
		lease deconfig
		lease bound
		lease renew
		inside ip address show dev eth8 | grep -q 192.0.2.9/24 || die "no address"
		inside ip route | grep -q '^default via 192.0.2.1 dev eth8' || die "no way out"
		equal servers "$(inside cat /etc/resolv.conf | tr '\n' ' ')" \
			'search example.org nameserver 192.0.2.3 nameserver 192.0.2.4 '
		lease nak
		lease deconfig
		! inside ip address show dev eth8 | grep -q 192.0.2.9 || die "still an address"
		is 0 networking stop
		inside rm -f /etc/resolv.conf /run/resolv.conf
		inside ip link delete eth8
		inside rm -f /etc/default/rcS /sbin/udhcpc
	fi
	echo 'STATIC=eth7=192.0.2.7/24' | put /etc/default/networking
	is 1 networking start
	inside rm -f /etc/default/networking
	# ifupdown, if there is something for it
	fake ifup
	fake ifdown
	is 0 networking start
	notes_are
	: | put /etc/network/interfaces
	is 0 networking start
	is 0 networking stop
	noted_is 'ifup -a' 'ifdown -a --exclude=lo'
	inside ip link show lo | grep -q UP || die "no loopback"
	inside rm -rf /etc/network /etc/default/rcS
	remove ifup
	remove ifdown
}
each_shell_tries tries
