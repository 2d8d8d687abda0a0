#!/bin/sh
# A script with X-Interactive: true has the console, and no log.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
check() {
	script asks "X-INTERACTIVE:	true" <<-END
		read -r answer
		echo "you said: \$answer"
	END
	script not "x-interactive: yes" "X-Interactive: true" <<-END
		echo only in the log
	END
	link 2 S01asks S01not
	echo forty-two | rc 2
	out_has "you said: forty-two"
	not test -e "$R/run/rc/log/asks"
	not grep -q "only in the log" "$T/out"
	# with a header that the administrator has put in its place
	put /etc/insserv/overrides/asks <<-END
		### BEGIN INIT INFO
		### END INIT INFO
	END
	echo forty-two | rc 2
	not grep -q "you said" "$T/out"
	grep -q "you said: forty-two" "$R/run/rc/log/asks"
}
boot_services
each_shell check
