#!/bin/sh
# At boot /tmp is cleaned of what is nobody's, a /var that is missing is made, utmp is emptied once, and a nologin of a shutdown that never came is removed.
# limit: 120 s
# shellcheck source=tests/scripts.sh disable=SC2016
. "${0%/*}/scripts.sh"
boot_scripts
tries() {
	inside sh -c 'rm -rf /tmp/[!uw]* /tmp/.[!.]*
		mkdir -p /tmp/d/e /tmp/lost+found /tmp/.journal
		touch "/tmp/a b" /tmp/d/e/f /tmp/.X0-lock /tmp/.hidden /tmp/quota.user /tmp/aquota.user
		ln -s /etc/passwd /tmp/link'
	inside rm -f /run/bootmisc
	is 0 bootmisc start
	equal "what is left" "$(inside sh -c 'cd /tmp && ls -A | grep -v "^upper$\|^work$"' | tr '\n' ' ')" \
		'.journal aquota.user lost+found quota.user '
	inside test -s /etc/passwd
	inside grep -q root /etc/passwd || die "a link was followed"
	equal utmp "$(inside stat -c '%a %G %s' /run/utmp)" '664 utmp 0'
	# once a boot: later it holds who is there
	echo who | put /run/utmp
	is 0 bootmisc start
	equal utmp "$(inside cat /run/utmp)" who
	is 0 bootmisc stop
	is 0 bootmisc stop
	is 0 bootmisc status

	# a shutdown that has never come keeps nobody out, once a boot; what an administrator has written does
	for text in "\\rThe system is going down on Thu" "Not before noon."; do
		inside printf "$text\\n" | put /etc/nologin
		is 0 bootmisc start
		inside test -e /etc/nologin
		inside rm -f /run/bootmisc
		is 0 bootmisc start
		case $text in
		Not*) inside grep -q noon /etc/nologin ;;
		*) inside test ! -e /etc/nologin ;;
		esac
	done
	inside rm -f /etc/nologin

	# not what is young, and nothing at all
	inside touch /tmp/young
	inside touch /tmp/old
	for value in infinite -1; do
		echo "TMPTIME=$value" | put /etc/default/rcS
		is 0 bootmisc start
		inside test -e /tmp/young
	done
	echo TMPTIME=3 | put /etc/default/rcS
	is 0 bootmisc start
	inside test -e /tmp/young
	inside rm -f /etc/default/rcS
	# a /tmp that is not for everyone is no place for cleaning
	inside chmod 755 /tmp
	is 0 bootmisc start
	inside test -e /tmp/young
	inside chmod 1777 /tmp
	is 0 bootmisc start
	inside test ! -e /tmp/young

	# a /var with nothing in it, that can be written to and that cannot
	inside mount -t tmpfs var /var
	is 0 bootmisc start
	[ -f "$R/var/log/wtmp" ] || die "no /var/log"
	equal modes "$(inside stat -c %a /var/tmp /var/log /var/log/wtmp | tr '\n' ' ')" '1777 755 664 '
	equal links "$(inside readlink /var/run /var/lock | tr '\n' ' ')" '/run /run/lock '
	inside umount /var
	inside mount -t tmpfs -o ro var /var
	is 0 bootmisc start
	inside touch /var/log/it /var/tmp/it /var/lib/it /var/spool/it
	inside umount /var
	inside umount /var
	# one that is not empty keeps what it has
	inside mount -t tmpfs var /var
	inside mkdir -p /var/log /var/tmp /var/lib/precious
	inside mount -o remount,ro /var
	is 0 bootmisc start
	inside touch /var/log/it /var/tmp/it
	inside test -d /var/lib/precious
	inside umount /var/log /var/tmp /var
}
each_shell_tries tries
