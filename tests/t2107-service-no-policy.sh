#!/bin/sh
# Neither links nor policy-rc.d matter to service.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	noter a
	link 3 K01a
	put /usr/sbin/policy-rc.d 755 <<-END
		#!/bin/sh
		echo "asked" >>/run/notes
		exit 101
	END
	gives 0 "" "" service a start
	notes_are "start a"
}
boot_services
each_shell check
