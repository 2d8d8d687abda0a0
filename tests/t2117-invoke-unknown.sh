#!/bin/sh
# A script that invoke-rc.d cannot call is told, with its reason, although the status is 0.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
check() {
	noter svc
	link 3 S01svc
	inside chmod -x /etc/init.d/svc
	for name in svc none; do
		why="invoke-rc.d: unknown initscript, /etc/init.d/none not found."
		[ $name = none ] || why="invoke-rc.d: /etc/init.d/svc is not executable."
		not="invoke-rc.d: initscript action \"start\" not executed."
		for option in --try-anyway --no-fallback --disclose-deny; do
			wanted=0
			[ $option != --disclose-deny ] || wanted=101
			gives $wanted "" "$why
$not" invoke-rc.d $option $name start
		done
		gives 4 "" "$why
invoke-rc.d: emulating initscript action \"status\", returning \"unknown\"" invoke-rc.d $name status
		gives 102 "" "$why" invoke-rc.d --force $name start
		gives 0 "" "" invoke-rc.d --quiet $name start
	done
	# a level that does not start it is no mistake
	inside chmod +x /etc/init.d/svc
	inside mv /etc/rc3.d/S01svc /etc/rc3.d/K01svc
	gives 0 "" "" invoke-rc.d svc start
}
boot_services
each_shell check
