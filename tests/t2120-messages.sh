#!/bin/sh
# The messages of init-functions are as scripts and people know them.
# shellcheck source=tests/services.sh disable=SC2016
. "${0%/*}/services.sh"
say() {
	_wanted=$1 _text=$2
	shift 2
	gives "$_wanted" "$_text" "" sh -c '. /lib/lsb/init-functions; "$@"' - "$@"
}
check() {
	say 0 "It works." log_success_msg It works
	say 0 "It ... failed!" log_failure_msg It
	say 0 "It ... (warning)." log_warning_msg It
	say 0 "Starting x: y" log_daemon_msg "Starting x" y
	say 0 "Starting x:" log_daemon_msg "Starting x"
	say 1 "" log_daemon_msg
	say 0 " more words" log_progress_msg more words
	say 0 "begin it" log_begin_msg begin it
	say 0 . log_end_msg 0
	say 1 " failed!" log_end_msg 1
	say 254 " failed!" log_end_msg 254
	say 255 " (warning)." log_end_msg 255
	say 1 "" log_end_msg
	say 0 "An action." log_action_msg An action
	say 0 "An action..." log_action_begin_msg An action
	say 0 "go on..." log_action_cont_msg go on
	say 0 done. log_action_end_msg 0
	say 0 "done (note)." log_action_end_msg 0 note
	say 0 failed. log_action_end_msg 1
	say 0 "failed (note)." log_action_end_msg 1 note
	say 1 "" init_is_upstart
	# silent on demand
	for VERBOSE in yes no; do
		word() {
			[ $VERBOSE = yes ] || set -- ''
			echo "$1"
		}
		verbosely() {
			_wanted=$1 _text=$(word "$2")
			shift 2
			gives "$_wanted" "$_text" "" env VERBOSE=$VERBOSE sh -c '. /lib/lsb/init-functions; "$@"' - "$@"
		}
		verbosely 0 "a: b" vlog_daemon_msg a b
		verbosely 0 a vlog_begin_msg a
		verbosely 0 a. vlog_action_msg a
		verbosely 0 a... vlog_action_begin_msg a
		verbosely 0 done. vlog_action_end_msg 0
		verbosely 0 . vlog_end_msg 0
		verbosely 3 " failed!" vlog_end_msg 3
	done
	# a broken console is no reason to fail, not even with set -e
	gives 0 "" "" sh -c 'set -eu; . /lib/lsb/init-functions
		for f in log_success_msg log_failure_msg log_action_msg log_daemon_msg "log_end_msg 0" log_begin_msg
		do $f x >/dev/full 2>/dev/null; done'
}
boot_services
each_shell check
