#!/bin/sh
# Links that lead to no file or to no program are not run; a .sh script needs no x bit.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	for name in a off; do noter "$name"; done
	inside chmod -x /etc/init.d/off
	for name in read.sh run.sh; do
		script "$name" <<-END
			variable=mine
			echo "\$1 $name \${other-}" >>/run/notes
			other=\$variable
			exit 1
		END
	done
	inside chmod -x /etc/init.d/read.sh
	link 2 S01a S01off S01missing S01read.sh S01run.sh
	inside mkdir /etc/rc2.d/S01dir
	echo "read me" | put /etc/rc2.d/README
	rc 2
	notes_are "start a" "start read.sh " "start run.sh "
	not grep -q -e missing -e S01 -e README "$T/out"
	# a number of another kind than two digits is no reason
	link 3 S01a
	inside mv /etc/rc3.d/S01a /etc/rc3.d/S5a
	inside ln -s ../init.d/a "/etc/rc3.d/S06with blanks"
	rc 3
	notes_are "start a" "start a"
	out_has "start with blanks"
	# no such directory: nothing to do
	rc 7
	equal status "$status" 0
	equal output "$(cat "$T/out")" ''
}
boot_services
each_shell check
