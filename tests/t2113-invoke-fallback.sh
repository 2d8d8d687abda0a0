#!/bin/sh
# A policy may ask for other actions instead; they are tried until one succeeds.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
policy() {
	put /usr/sbin/policy-rc.d 755 <<-END
		#!/bin/sh
		echo "$1"
		echo "and more"
		exit 106
	END
}
check() {
	script svc <<-'END'
		echo "$1 svc"
		case $1 in bad*) exit 9 ;; esac
	END
	link 3 S01svc
	policy "stop status"
	gives 0 "stop svc" 'invoke-rc.d: executing actions "stop, status" instead due to policy-rc.d request.
invoke-rc.d: executing initscript action "stop"...' invoke-rc.d svc start
	gives 106 "" "" invoke-rc.d --query svc start
	gives 0 "" "invoke-rc.d: ignoring policy-rc.d fallback request: stop, status." invoke-rc.d --no-fallback svc start
	policy "bad bad2"
	gives 9 "bad svc
bad2 svc" 'invoke-rc.d: executing actions "bad, bad2" instead due to policy-rc.d request.
invoke-rc.d: executing initscript action "bad"...
invoke-rc.d: action "bad" failed, trying next action...
invoke-rc.d: executing initscript action "bad2"...
invoke-rc.d: initscript svc, action "bad2" failed.' invoke-rc.d svc start
	policy ""
	gives 102 "" 'invoke-rc.d: executing actions "" instead due to policy-rc.d request.
invoke-rc.d: initscript svc, action "" failed.' invoke-rc.d svc start
}
boot_services
each_shell check
