# shellcheck shell=sh
# scripts.sh - what tests of the scripts in etc/init.d begin with, family t24.
#
# The scripts are tried in a booted system, as they are installed, by each shell that may be /bin/sh:
#	each_shell_tries FUNCTION	runs it once with each of $SHELLS
#	is STATUS SCRIPT ACTION [TEXT]	that is its exit status, and TEXT in what it says
#	fake NAME [<<END]	a program in /sbin that notes its name and arguments, then does as told
#	noted_is LINE...	what fakes have noted since; forgets it
#	remove NAME...		no such programs are installed
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only

boot_scripts() {
	mkdir -p "$T/skel/services" "$T/skel/sbin"
	(
		unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
		make -s -C "$here/.." DESTDIR="$T/skel/services" MANDIR=/man DOCDIR=/man install-scripts
	)
	for _program in start-stop-daemon random-seed killall5; do
		cp "${INIT%/*}/$_program" "$T/skel/sbin/"
	done
	boot "$@" <<-END
		id:3:initdefault:
	END
	eventually in_level 3
	have_services
	# what this machine has of them is no part of the test
	remove rsyslogd syslogd klogd cron crond sshd dropbear udhcpc ifup hwclock modprobe fsck
}

each_shell_tries() {
	for shell in $SHELLS; do
		use_shell "$shell"
		echo "# with $shell"
		"$@"
	done
}

is() {
	_wanted=$1
	shift
	status=0
	inside "/etc/init.d/$1" "$2" >"$T/out" 2>&1 || status=$?
	[ "$status" -eq "$_wanted" ] || {
		show output <"$T/out"
		die "$1 $2: status $status, wanted $_wanted"
	}
	[ -z "${3-}" ] || out_has "$3"
}

fake() {
	inside rm -f "/sbin/$1"
	{
		# shellcheck disable=SC2016
		printf '#!/bin/sh\necho "%s${*:+ $*}" >>/run/notes\n' "$1"
		[ -t 0 ] || cat
	} | put "/sbin/$1" 755
	case $1 in
	*[!a-z]*) ;;
	# a BusyBox that is the shell would run its own
	*) inside sh -c "mkdir -p /etc/default && echo '$1() { /sbin/$1 \"\$@\"; }' >>/etc/default/rcS" ;;
	esac
}

noted_is() {
	notes_are "$@"
}

remove() {
	for _program; do
		inside rm -f "/sbin/$_program" "/usr/sbin/$_program" "/usr/bin/$_program"
		[ ! -f "$R/etc/default/rcS" ] || inside sed -i "/^$_program()/d" /etc/default/rcS
	done
}
