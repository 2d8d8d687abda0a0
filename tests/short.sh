# shellcheck shell=sh
# short.sh - what tests of init-d-script begin with: services.sh, and words for short scripts.
#
#	short NAME <<END	makes /etc/init.d/NAME of these lines, which init-d-script interprets
#	fake			a start-stop-daemon that notes its arguments, and a /usr/sbin/exampled
#	returns STATUS		what that exits with from now on
#	real			the tree's own start-stop-daemon
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"

short() {
	{
		echo '#!/bin/sh /lib/init/init-d-script'
		echo '### BEGIN INIT INFO'
		echo "# Provides: $1"
		echo '### END INIT INFO'
		cat
	} | put "/etc/init.d/$1" 755
}

fake() {
	inside ln -sf /usr/sbin/start-stop-daemon /sbin/start-stop-daemon
	put /usr/sbin/start-stop-daemon 755 <<-'END'
		#!/bin/sh
		echo "$*" >>/run/notes
		status=0
		[ ! -e /run/status ] || read -r status </run/status
		exit "$status"
	END
	inside cp /bin/true /usr/sbin/exampled
	inside rm -f /run/status
}

returns() {
	echo "$1" | put /run/status
}

real() {
	inside sh -c 'rm -f /sbin/start-stop-daemon; cat >/sbin/start-stop-daemon; chmod 755 /sbin/start-stop-daemon' \
		<"$here/../start-stop-daemon"
}
