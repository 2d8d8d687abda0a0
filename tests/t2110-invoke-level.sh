#!/bin/sh
# invoke-rc.d starts only what the level starts; other actions are for all.
# limit: 180 s
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
invoke() {
	inside sh -c 'rm -f /etc/rc?.d/*'
	[ -z "$2" ] || link "$1" "$2"
	[ -z "${3-}" ] || link S "$3"
	for action in start restart try-restart; do
		if [ "$allowed" = yes ]; then
			gives 0 "$action svc" "" invoke-rc.d svc $action
			gives 104 "" "" invoke-rc.d --query svc $action
			gives 0 "$action svc" "" invoke-rc.d --disclose-deny svc $action
		else
			gives 0 "" "" invoke-rc.d svc $action
			gives 101 "" "" invoke-rc.d --query svc $action
			gives 101 "" "invoke-rc.d: initscript action \"$action\" not executed." \
				invoke-rc.d --disclose-deny svc $action
			gives 0 "" "" invoke-rc.d --try-anyway svc $action
		fi
		gives 0 "$action svc" "" invoke-rc.d --force svc $action
	done
	for action in stop status reload force-reload force-stop other; do
		gives 0 "$action svc" "" invoke-rc.d svc $action
		gives 105 "" "" invoke-rc.d --query svc $action
	done
}
check() {
	script svc <<-'END'
		echo "$1 svc"
	END
	link 2 S01svc
	inside mkdir -p /etc/rcS.d
	allowed=yes
	invoke 3 S01svc
	invoke 3 "" S01svc
	allowed=no
	invoke 3 ""
	invoke 3 K01svc
	invoke 3 K01svc S01svc
	invoke 2 S01svc
	gives 0 "start svc" "" env FOO=bar invoke-rc.d --force svc start
}
boot_services
each_shell check
