#!/bin/sh
# Files in init-functions.d and lsb-base-logging.sh may put functions of their own in the place of messages.
# shellcheck source=tests/services.sh disable=SC2016
. "${0%/*}/services.sh"
check() {
	inside mkdir -p /lib/lsb/init-functions.d
	for name in good 20-other Up_per.dpkg-old .hidden back~ with.dot; do
		echo "loaded=\"\${loaded-} $name\"" | put "/usr/lib/lsb/init-functions.d/$name"
	done
	echo 'log_end_msg_pre() { echo "[$1]"; }' | put /etc/lsb-base-logging.sh
	gives 0 " 20-other good
[0]
." "" sh -c '. /lib/lsb/init-functions; echo "$loaded"; log_end_msg 0'
	inside sh -c 'rm /lib/lsb/init-functions.d/* /lib/lsb/init-functions.d/.hidden /etc/lsb-base-logging.sh'
}
boot_services
each_shell check
