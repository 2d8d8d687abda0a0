#!/bin/sh
# service NAME --full-restart calls it with stop, then start, and exits with what start did.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	script a <<-'END'
		echo "$1 $#"
		case $1 in stop) exit 3 ;; *) exit 5 ;; esac
	END
	gives 5 "stop 1
start 1" "" service a --full-restart
}
boot_services
each_shell check
