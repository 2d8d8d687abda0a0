#!/bin/sh
# Files of the table that others than root own or can write are refused, with a message, one way or another.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<TABLE
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
TABLE
eventually running a1
inside setpriv --reuid 1000 --clear-groups true 2>/dev/null || skip "no second user in this namespace"
table=$(cat "$R/etc/inittab")

# attempt NAME SETUP EXPECTED: SETUP puts evil into the table; a reload runs none of it and says EXPECTED
attempt() {
	: >"$T/evil"
	inside sh -c "rm -rf /etc/inittab.d /etc/inittab; umask 022; mkdir /etc/inittab.d; cat >/etc/inittab" <<-END
		$table
	END
	echo 'e1:3:once:/sbin/note evil' | put /etc/inittab.d/e.tab 644
	inside sh -c "$2"
	before=$(console_count "$3")
	refusals=$(console_count "keeping the old table")
	signal HUP
	eventually says_again "$3" "$before"
	eventually says_again "keeping the old table" "$refusals"
	! noted evil || die "$1: it ran"
	alive "$old" || die "$1: it killed a child"
	echo "# $1: refused"
}
says_again() {
	[ "$(console_count "$1")" -gt "$2" ]
}
old=$(pid_of a1)
d=/etc/inittab.d
attempt "a file of another owner" "chown 1000 $d/e.tab" "$d/e.tab: not owned by root; not read"
attempt "a file of nobody" "chown 65534 $d/e.tab" "$d/e.tab: not owned by root; not read"
attempt "a group-writable file" "chmod 664 $d/e.tab" "$d/e.tab: writable by others than root; not read"
attempt "a world-writable file" "chmod 646 $d/e.tab" "$d/e.tab: writable by others than root; not read"
attempt "a link to a file of another" "mv $d/e.tab /tmp/e; chown 1000 /tmp/e; ln -s /tmp/e $d/e.tab" \
	"$d/e.tab: not owned by root; not read"
attempt "a directory of another owner" "chown 1000 $d" "$d: not owned by root; not read"
attempt "a group-writable directory" "chmod 775 $d" "$d: writable by others than root; not read"
attempt "a world-writable directory, sticky" "chmod 1777 $d" "$d: writable by others than root; not read"
attempt "a table of another owner" "cat $d/e.tab >>/etc/inittab; rm $d/e.tab; chown 1000 /etc/inittab" \
	"/etc/inittab: not owned by root; not read"
attempt "a world-writable table" "cat $d/e.tab >>/etc/inittab; rm $d/e.tab; chmod 666 /etc/inittab" \
	"/etc/inittab: writable by others than root; not read"
# what is in order again is read
status=0
inside init --check >"$T/checked" || status=$?
equal "status of --check" "$status" 2
grep -q '^/etc/inittab: error: writable by others' "$T/checked" || die "--check does not say it"
inside chmod 644 /etc/inittab
signal HUP
eventually noted evil
