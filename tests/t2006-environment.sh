#!/bin/sh
# Scripts get the levels by four names, a PATH, a umask, the root as working directory, and the link as $0.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	script a <<-'END'
		/sbin/showenv a
		echo "$0 $# $1 $(pwd) $(umask)" >>/run/notes
	END
	link 3 S20a
	inside rm -f /run/env.a
	(cd /tmp && inside env LANG=xx INIT_VERSION=1 CONSOLE=/dev/console RUNLEVEL=3 PREVLEVEL=2 \
		PATH=/bin sh -c 'umask 077; cd /tmp; /etc/init.d/rc')
	notes_are "/etc/rc3.d/S20a 1 start / 0022"
	for variable in RUNLEVEL=3 runlevel=3 PREVLEVEL=2 previous=2 INIT_VERSION=1 LANG=xx \
		CONSOLE=/dev/console PATH=/sbin:/usr/sbin:/bin:/usr/bin
	do
		env_has a "$variable" || die "no $variable in the environment"
	done
	not grep -q ^VERBOSE "$R/run/env.a"
	default <<-END
		VERBOSE=no
	END
	# the argument is stronger, and no previous level is N
	inside env RUNLEVEL=2 /etc/init.d/rc 3
	for variable in RUNLEVEL=3 runlevel=3 PREVLEVEL=N previous=N VERBOSE=no; do
		env_has a "$variable" || die "no $variable in the environment"
	done
}
boot_services
each_shell check
