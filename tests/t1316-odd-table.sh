#!/bin/sh
# Whatever stands in place of the table, the old one stays in force and nothing is held up.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
TABLE
eventually running a1
refusals=0
refused() {
	[ "$(console_count "keeping the old table")" -gt "$refusals" ]
}
for kind in fifo directory loop huge socket device; do
	refusals=$(console_count "keeping the old table")
	inside rm -rf /etc/inittab
	case $kind in
	fifo) inside mkfifo /etc/inittab ;;
	directory) inside mkdir /etc/inittab ;;
	loop) inside ln -s inittab /etc/inittab ;;
	huge) inside truncate -s 100M /etc/inittab ;;
	socket) inside socat -u UNIX-RECV:/etc/inittab /dev/null & ;;
	device) inside ln -s /dev/zero /etc/inittab ;;
	esac
	[ "$kind" != socket ] || eventually test -S "$R/etc/inittab"
	echo "# $kind"
	signal HUP
	# reads the table, too
	case $kind in fifo) pulse a ;; loop) pulse b ;; huge) pulse c ;; esac
	eventually refused
	[ "$kind" != huge ] || console_has "File too large" || die "no reason is given"
done
"$T/pulse" "$INIT_PID" a 1002 "$pulse_limit"
