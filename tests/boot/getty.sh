# getty.sh - the life of a login on the guest's second serial line, seen by others on the first.
#
# It is read after system.sh.  who, last and w are those of most systems, not BusyBox's.
#	cycle COMMAND		boots with that getty on ttyS1 and an agent on ttyS0; logs in, out and in
#				again, loses the line, and looks at the records right after each
# shellcheck shell=sh disable=SC2154

# shown1 TEXT N: ttyS1 has shown it on N lines or more; a prompt is one
shown1()
{
	[ "$(tr '\r' '\n' <"$T/serial1" | grep -cF -e "$1")" -ge "$2" ]
}

# log_in1 N: for the n-th time
log_in1()
{
	eventually shown1 'login: ' "$1"
	type1 root
	eventually shown1 'Password: ' "$1"
	type1 "$password"
	eventually shown1 'Try: init 3' "$1"
	# only a shell adds 1 and 1
	type1 "echo logged in: \$((2000 + $1))"
	eventually shown1 "logged in: 200$1" 1
}

someone_there()
{
	guest_eventually '/sbin/who | grep "root *ttyS1"'
	guest '/sbin/w -h | grep "root *ttyS1"' || die "not in w"
	guest "/sbin/last -f /var/log/wtmp | grep -c 'root *ttyS1.*still logged in'" || die "not in last"
}

# nobody_there N: and last tells when the n sessions ended
nobody_there()
{
	guest_eventually '! /sbin/who | grep "root *ttyS1"'
	! guest '/sbin/w -h | grep "root *ttyS1"' || die "still in w"
	# within the second of the logout last calls it "still running"
	guest_eventually "/sbin/last -f /var/log/wtmp | grep -c 'root *ttyS1.* - [0-9]' | grep -qx $1"
	! guest "/sbin/last -f /var/log/wtmp | grep 'root *ttyS1.*\\(still logged in\\|gone\\)'" ||
		die "last does not know that it has ended"
}

# build_hangup: into the guest
build_hangup()
{
	command -v musl-gcc >/dev/null && cc=musl-gcc || cc=cc
	$cc -static -o "$root/sbin/hangup" "$here/hangup.c"
}

cycle()
{
	for f in who last w; do add_program "$f"; done
	build_hangup
	# as pam_loginuid does; last takes a session without it for one that is gone
	file sbin/login 755 <<-'END'
		#!/bin/sh
		echo 0 >/proc/self/loginuid
		exec /bin/login "$@"
	END
	second_serial
	sed -i '/^S0:/d' "$root/etc/inittab"
	file etc/inittab.d/test.tab <<-END
		ag:2345:respawn:/sbin/agent ttyS0
		S1:2345:respawn:$1
	END
	boot_system
	guest true
	eventually shown1 'login: ' 1
	! guest '/sbin/who | grep ttyS1' || die "who knows somebody before the login"

	log_in1 1
	someone_there
	type1 'exit'
	eventually shown1 'login: ' 2
	nobody_there 1

	log_in1 2
	someone_there
	# what a user leaves behind goes with the line, too
	type1 'sleep 7777'
	guest_eventually 'pidof sleep'
	guest 'hangup /dev/ttyS1'
	eventually shown1 'login: ' 3
	nobody_there 2
	guest_eventually '! pidof sleep'
	log_in1 3
	someone_there
	# Ctrl-C reaches what runs: it is the terminal of the session
	type1 'sleep 7778; echo status $?'
	guest_eventually 'pidof sleep'
	printf '\003' >&7
	guest_eventually '! pidof sleep'
	! serial_has 'respawning too fast' || die "the getty was started in a loop"
}
