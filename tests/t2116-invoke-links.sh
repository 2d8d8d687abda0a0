#!/bin/sh
# Links that lead nowhere, or are none, make invoke-rc.d stop with status 102.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	script svc <<-'END'
		echo "$1 svc"
	END
	inside mkdir /etc/rc3.d
	inside ln -s ../init.d/none /etc/rc3.d/S01svc
	error="invoke-rc.d: dangling symlink: /etc/rc3.d/S01svc"
	for action in start stop; do gives 102 "" "$error" invoke-rc.d svc $action; done
	gives 102 "" "" invoke-rc.d --quiet svc start
	gives 0 "start svc" "$error" invoke-rc.d --force svc start
	gives 0 "" "$error" invoke-rc.d --try-anyway svc start
	inside rm /etc/rc3.d/S01svc
	inside cp /etc/init.d/svc /etc/rc3.d/S01svc
	error="invoke-rc.d: not a symlink: /etc/rc3.d/S01svc"
	gives 102 "" "$error" invoke-rc.d svc stop
	gives 0 "start svc" "$error" invoke-rc.d --try-anyway svc start
}
boot_services
each_shell check
