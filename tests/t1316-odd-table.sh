#!/bin/sh
# Whatever stands in place of the table, the old one stays in force and nothing is held up.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
refused() {
	[ "$(console_count "keeping the old table")" -gt "$refusals" ]
}
# odd KIND LETTER COMMAND...: it makes the table odd
odd() {
	echo "# $1"
	refusals=$(console_count "keeping the old table")
	kind=$1 letter=$2
	shift 2
	inside rm -rf /etc/inittab
	"$@"
	signal HUP
	pulse "$letter"	# a request for a class reads the table, too
	eventually refused
	[ "$kind" != huge ] || console_has "File too large" || die "no reason is given"
}
a_socket() {
	inside setpriv --pdeathsig KILL socat -u UNIX-RECV:/etc/inittab /dev/null &
	eventually test -S "$R/etc/inittab"
}
begin() {
	boot <<-TABLE
		id:3:initdefault:
		$(pulse_lines)
	TABLE
	eventually running a1
}
begin
odd fifo a inside mkfifo /etc/inittab
odd directory b inside mkdir /etc/inittab
odd loop c inside ln -s inittab /etc/inittab
power_cut
begin
odd huge a inside truncate -s 100M /etc/inittab
odd socket b a_socket
odd device c inside ln -s /dev/zero /etc/inittab
