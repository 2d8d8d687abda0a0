#!/bin/sh
# halt and reboot stop the machine as INIT_HALT, /etc/default and the network ask; single and rc.local do what they say.
# limit: 120 s
# shellcheck source=tests/scripts.sh disable=SC2016
. "${0%/*}/scripts.sh"
boot_scripts
halts() {
	noted=$1
	shift
	inside "$@" /etc/init.d/halt stop
	noted_is "$noted"
}
tries() {
	fake halt
	fake reboot
	fake telinit
	halts 'halt -d -f -i -p' env
	halts 'halt -d -f -i -p' env INIT_HALT=POWEROFF
	halts 'halt -d -f -i' env INIT_HALT=HALT
	echo HALT=halt | put /etc/default/halt
	halts 'halt -d -f -i' env
	halts 'halt -d -f -i -p' env INIT_HALT=POWEROFF
	printf 'HALT=poweroff\nNETDOWN=no\n' | put /etc/default/halt
	halts 'halt -d -f -p' env
	inside rm /etc/default/halt
	put /etc/init.d/ups-monitor 755 <<-'END'
		#!/bin/sh
		echo "ups $*" >>/run/notes
	END
	inside /etc/init.d/halt stop
	noted_is 'ups poweroff' 'halt -d -f -i -p'
	halts 'halt -d -f -i' env INIT_HALT=HALT
	inside rm /etc/init.d/ups-monitor
	is 0 reboot stop
	noted_is 'reboot -d -f -i'
	echo NETDOWN=no | put /etc/default/reboot
	is 0 reboot stop
	noted_is 'reboot -d -f'
	inside rm /etc/default/reboot
	is 0 halt start
	is 0 reboot start
	notes_are

	is 0 single start
	eventually noted 'telinit -t 1 S'
	inside rm -f /run/notes
	# not before rc is done
	inside sh -c 'mkdir -p /run/rc && echo "100 level 1 2" >/run/rc/journal'
	is 0 single start
	never_within 300 noted 'telinit -t 1 S'
	inside sh -c 'echo 200 done 1 >>/run/rc/journal'
	eventually noted 'telinit -t 1 S'
	inside rm -rf /run/rc /run/notes

	is 0 rc.local start
	put /etc/rc.local 755 <<-'END'
		#!/bin/sh
		echo local >>/run/notes
		exit 9
	END
	is 9 rc.local start
	noted_is local
	is 0 rc.local stop
	inside chmod -x /etc/rc.local
	is 0 rc.local start
	notes_are
	inside rm -f /etc/default/rcS
}
each_shell_tries tries
