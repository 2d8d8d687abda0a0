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
	# each of them, around what it is named after, with its arguments
	for when in pre post; do
		for what in daemon begin end action action_begin action_end; do
			echo "log_${what}_msg_$when() { echo \"{$when \$*}\"; }"
		done
	done | put /etc/lsb-base-logging.sh
	for call in "daemon a b:a: b" "begin a:a" "end 0:." "action a:a." "action_begin a:a..." "action_end 0:done."; do
		what=${call%%:*} text=${call#*:}
		# shellcheck disable=SC2086
		said=$(inside sh -c '. /lib/lsb/init-functions; "$@"' - "log_${what%% *}_msg" ${what#* })
		equal "$what" "$(echo "$said" | tr -d '\n')" "{pre ${what#* }}$text{post ${what#* }}"
	done
	inside sh -c 'rm /lib/lsb/init-functions.d/* /lib/lsb/init-functions.d/.hidden /etc/lsb-base-logging.sh'
}
boot_services
each_shell check
