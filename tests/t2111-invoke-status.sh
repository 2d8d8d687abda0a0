#!/bin/sh
# invoke-rc.d exits with what the script did, and passes its arguments on.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	script svc <<-'END'
		echo "$0 $# $*"
		[ "$1" != bad ] || exit 9
	END
	link 3 S01svc
	gives 9 "/etc/init.d/svc 1 bad" 'invoke-rc.d: initscript svc, action "bad" failed.' invoke-rc.d svc bad
	gives 9 "/etc/init.d/svc 1 bad" '' invoke-rc.d --quiet svc bad
	gives 0 "/etc/init.d/svc 3 start more --query" '' invoke-rc.d svc start more --query
	gives 104 "" "" invoke-rc.d svc --query start
	gives 0 "/etc/init.d/svc 1 start" "" invoke-rc.d --no-fallback --skip-systemd-native svc start
	inside chmod -x /etc/init.d/svc
	gives 0 "" "" invoke-rc.d svc start
	gives 101 "" "" invoke-rc.d --query svc start
	gives 102 "" "" invoke-rc.d --force svc start
	unknown="invoke-rc.d: unknown initscript, /etc/init.d/none not found."
	gives 0 "" "$unknown" invoke-rc.d none start
	gives 101 "" "$unknown" invoke-rc.d --query none stop
	gives 0 "" "" invoke-rc.d --quiet none start
	gives 4 "" "$unknown
invoke-rc.d: emulating initscript action \"status\", returning \"unknown\"" invoke-rc.d none status
	gives 101 "" "$unknown
invoke-rc.d: initscript action \"start\" not executed." invoke-rc.d --disclose-deny none start
}
boot_services
each_shell check
