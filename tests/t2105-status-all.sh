#!/bin/sh
# service --status-all asks each script in the order of names, and marks what it says.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	script up <<-END
		echo "up \$1"
	END
	script down <<-END
		echo down >&2
		exit 3
	END
	script errors <<-END
		echo is fine >&2
	END
	script silent <<-END
		:
	END
	script unknown <<-END
		echo "something USAGE: unknown {start|stop}" >&2
		exit 1
	END
	script last <<-END
		printf 'no newline'
	END
	noter off
	inside chmod -x /etc/init.d/off
	for name in functions halt killall single linuxconf kudzu skeleton README reboot \
		bootclean.sh x.dpkg-dist x.dpkg-old
	do
		noter $name
	done
	gives 0 " [ - ]  down
 [ + ]  errors
 [ + ]  last
 [ - ]  silent
 [ + ]  up" " [ ? ]  unknown" service --status-all
	notes_are
	# in the same clean environment
	inside rm /etc/init.d/down /etc/init.d/errors /etc/init.d/silent /etc/init.d/unknown /etc/init.d/last
	script up <<-END
		pwd
		/sbin/showenv up
	END
	gives 0 " [ + ]  up" "" env FOO=bar service --status-all
	not grep -q -e FOO -e SERVICE "$R/run/env.up"
	env_has up LC_ALL=
}
boot_services
each_shell check
