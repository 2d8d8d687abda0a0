#!/bin/sh
# get_lsb_header_val prints a value of the header.
# shellcheck source=tests/services.sh disable=SC2016
. "${0%/*}/services.sh"
value() {
	gives "$1" "$2" "" sh -c '. /lib/lsb/init-functions; get_lsb_header_val "$@"' - /etc/init.d/a "$3"
}
check() {
	script a "Required-Start:	\$all x" "Short-Description: two words" "Default-Stop:" <<-END
		# Late: no
	END
	value 0 a Provides
	value 0 '$all x' Required-Start
	value 0 "two words" Short-Description
	value 0 "" Default-Stop
	value 0 "" Late
	value 1 "" ""
	gives 1 "" "" sh -c '. /lib/lsb/init-functions; get_lsb_header_val /etc/init.d/none Provides'
}
boot_services
each_shell check
