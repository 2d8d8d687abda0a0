#!/bin/sh
# invoke-rc.d asks policy-rc.d and does what it says.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
policy() {
	put /usr/sbin/policy-rc.d 755 <<-END
		#!/bin/sh
		echo "\$# \$*" >/run/policy
		exit $1
	END
}
asked() {
	equal "what the policy was asked" "$(cat "$R/run/policy")" "$1"
}
check() {
	script svc <<-'END'
		echo "$1 svc"
	END
	link 3 S01svc
	for status in 0 104; do
		policy $status
		gives 0 "start svc" "" invoke-rc.d svc start
		asked "3 svc start 3"
		gives 104 "" "" invoke-rc.d --query svc stop
		gives 0 "start svc" "" invoke-rc.d --quiet svc start more
		asked "4 --quiet svc start 3"
	done
	for status in 1 105; do
		policy $status
		gives 0 "stop svc" 'invoke-rc.d: policy-rc.d query returned "behaviour undefined",
invoke-rc.d: assuming "stop" is allowed.' invoke-rc.d svc stop
		gives 105 "" "" invoke-rc.d --query svc start
	done
	for status in 100 102 103; do
		policy $status
		error="invoke-rc.d: policy-rc.d returned error status $status"
		gives $status "" "$error" invoke-rc.d svc start
		gives $status "" "" invoke-rc.d --query svc start
		gives 0 "start svc" "$error" invoke-rc.d --force svc start
		gives 102 "" "$error
invoke-rc.d: initscript action \"start\" not executed." invoke-rc.d --try-anyway svc start
	done
	policy 2
	gives 102 "" "invoke-rc.d: WARNING: policy-rc.d returned unexpected error status 2, 102 used instead.
invoke-rc.d: policy-rc.d returned error status 102" invoke-rc.d svc start
	policy 101
	denied="invoke-rc.d: policy-rc.d denied execution of"
	gives 0 "" "$denied start." invoke-rc.d svc start
	gives 101 "" "$denied stop." invoke-rc.d --query svc stop
	gives 0 "start svc" "invoke-rc.d: Overriding policy-rc.d denied execution of start." invoke-rc.d --force svc start
	gives 101 "" "$denied start.
invoke-rc.d: initscript action \"start\" not executed." invoke-rc.d --disclose-deny svc start
	gives 4 "" "$denied status.
invoke-rc.d: emulating initscript action \"status\", returning \"unknown\"" invoke-rc.d svc status
	# what the level denies is asked in another way
	inside mv /etc/rc3.d/S01svc /etc/rc3.d/K01svc
	policy 104
	gives 0 "start svc" "" invoke-rc.d svc start
	asked "3 svc (start) 3"
	# what cannot be executed is no policy
	policy 101
	inside chmod -x /usr/sbin/policy-rc.d
	gives 0 "stop svc" "" invoke-rc.d svc stop
}
boot_services
each_shell check
