#!/bin/sh
# The functions fork nothing by themselves.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
command -v strace >/dev/null || skip "no strace"
check() {
	run strace -f -o /run/trace -e trace=clone,clone3,fork,vfork sh -c '. /lib/lsb/init-functions
		log_daemon_msg a b; log_progress_msg c; log_end_msg 0; log_action_begin_msg d; log_action_end_msg 0
		log_success_msg e; log_failure_msg f; log_warning_msg g; vlog_begin_msg h; vlog_end_msg 0
		get_lsb_header_val /services/etc/init.d/skeleton Provides
		pidofproc /usr/sbin/none; status_of_proc -p /run/none /usr/sbin/none none'
	equal forks "$(grep -cE '^[0-9]+ +(clone|fork|vfork)' "$R/run/trace" || :)" 0
	# a daemon that has no pid file yet needs no start-stop-daemon
	run strace -f -o /run/trace -e trace=execve sh -c '. /lib/lsb/init-functions
		start_daemon -p /run/none /bin/true'
	not grep start-stop-daemon "$R/run/trace"
}
boot_services
each_shell check
