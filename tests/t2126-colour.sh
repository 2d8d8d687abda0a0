#!/bin/sh
# Messages have colours on terminals only, and FANCYTTY and TERM decide.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
has_colour() {
	: >"$T/console"
	inside env "$@" setsid sh -c '. /lib/lsb/init-functions
		{ log_failure_msg x; log_end_msg 255; echo over; } >/dev/console'
	eventually console_has over
	grep -q "$escape" "$T/console"
}
check() {
	has_colour TERM=linux
	has_colour TERM=linux FANCYTTY=yes
	not has_colour TERM=linux FANCYTTY=0
	not has_colour TERM=dumb
	gives 0 "x ... failed!" "" env TERM=linux sh -c '. /lib/lsb/init-functions; log_failure_msg x'
}
escape=$(printf '\033')
boot_services
each_shell check
