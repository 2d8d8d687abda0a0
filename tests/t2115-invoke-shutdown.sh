#!/bin/sh
# While the system goes down, or without a level or an init, invoke-rc.d knows what to do.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
level() {
	put /sbin/runlevel 755 <<-END
		#!/bin/sh
		echo "$1"
		exit ${2-0}
	END
}
check() {
	script svc <<-'END'
		echo "$1 svc"
	END
	for n in 0 6; do
		level "3 $n"
		for action in start stop; do
			run invoke-rc.d svc $action
			equal status "$status" 0
			equal output "$(cat "$T/out")" "$action svc"
			equal warning "$(sed 's/-----*/-/' "$T/err")" "invoke-rc.d: -
invoke-rc.d: WARNING: 'invoke-rc.d svc $action' called
invoke-rc.d: during shutdown sequence.
invoke-rc.d: enabling safe mode: initscript policy layer disabled
invoke-rc.d: -"
		done
		gives 101 "" "" invoke-rc.d --quiet --query svc start
	done
	level unknown 1
	gives 0 "" "invoke-rc.d: could not determine current runlevel" invoke-rc.d svc start
	gives 105 "" "" invoke-rc.d --quiet --query svc stop
	# a policy gets none then
	put /usr/sbin/policy-rc.d 755 <<-'END'
		#!/bin/sh
		echo "$1 $2 [${3-}]" >>/run/notes
	END
	gives 0 "stop svc" "invoke-rc.d: could not determine current runlevel" invoke-rc.d svc stop
	notes_are "svc stop []"
	inside rm /usr/sbin/policy-rc.d
	level "N 3"
	inside mv /sbin/init /sbin/init.away
	gives 0 "" "invoke-rc.d: WARNING: No init system and policy-rc.d missing! Defaulting to block." invoke-rc.d svc stop
	gives 0 "stop svc" "invoke-rc.d: WARNING: No init system and policy-rc.d missing, but force specified so proceeding." \
		invoke-rc.d --force svc stop
	inside mv /sbin/init.away /sbin/init
}
boot_services
each_shell check
