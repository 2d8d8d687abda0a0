#!/bin/sh
# invoke-rc.d exits with what the script did, and passes its arguments on.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
gives_status() {
	_wanted=$1
	shift
	run "$@"
	equal "status of $*" "$status" "$_wanted"
	equal "output of $*" "$(cat "$T/out")" ''
}
# tells TEXT [COMMAND]...: a line of the errors, of the last command without one
tells() {
	_line=$1
	shift
	[ $# -eq 0 ] || run "$@"
	grep -qxF -e "invoke-rc.d: $_line" "$T/err" || { show errors <"$T/err"; die "$*: not told: $_line"; }
}
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
	for name in svc none; do
		# 0 although nothing was done, for those who call it after an installation
		gives_status 0 invoke-rc.d $name start
		gives_status 101 invoke-rc.d --query $name start
		gives_status 101 invoke-rc.d --query $name stop
		gives_status 101 invoke-rc.d --disclose-deny $name start
		gives_status 102 invoke-rc.d --force $name start
		gives_status 4 invoke-rc.d $name status
		tells "emulating initscript action \"status\", returning \"unknown\""
		gives 0 "" "" invoke-rc.d --quiet $name start
	done
	tells "initscript action \"start\" not executed." invoke-rc.d --disclose-deny none start
	tells "unknown initscript, /etc/init.d/none not found." invoke-rc.d none start
	tells "unknown initscript, /etc/init.d/none not found." invoke-rc.d --query none stop
}
boot_services
each_shell check
