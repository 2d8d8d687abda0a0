#!/bin/sh
# service passes arguments on as they are.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	script a <<-'END'
		for argument; do echo "$argument"; done
	END
	gives 0 "start
b  c
*" "" service a start "b  c" "*"
	gives 0 "" "" service a
	gives 0 "x
--status-all
--help" "" service a x --status-all --help
}
boot_services
each_shell check
