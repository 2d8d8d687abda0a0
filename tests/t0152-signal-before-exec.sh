#!/bin/sh
# A signal that comes to a process before its exec does what it would do to its program, but for a core dump; init lives.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/traced.sh
. "${0%/*}/traced.sh"
rung_only
has_quick_start
boot <<END
id:3:initdefault:
a1:4:once:+/bin/sleep 1001
a2:5:once:+/bin/sleep 1002
a3:7:once:+/bin/sleep 1003
a4:8:once:+/bin/sleep 1004
a5:9:once:+/bin/sleep 1005
a6:2:once:+/bin/sleep 1006
END
eventually in_level 3
# the mask is emptied just before the exec
trace_init -e trace=dup3,execve,rt_sigprocmask -e inject=rt_sigprocmask:delay_enter=600000
# the one that has just emptied it, and has taken the console as only a quick start does
waits() {
	children "$INIT_PID"
	for kid in $_kids; do
		! traced "^$kid *dup3(.*, 2, 0)" || ! traced "^$kid *rt_sigprocmask(SIG_SETMASK, \[\]" || return 0
	done
	false
}
begin() {
	telinit "$1"
	eventually in_level "$1"
	eventually waits
}
# ends_by SIGNAL LEVEL END: the process of that level's entry ends so
ends_by() {
	begin "$2"
	kill -s "$1" "$kid"
	eventually traced "^$kid *+++ $3 +++"
	not traced "^$kid *execve"
	up
}
ends_by TERM 4 'killed by SIGTERM'
ends_by HUP 5 'killed by SIGHUP'
ends_by ALRM 2 'killed by SIGALRM'
ends_by QUIT 7 'exited with 131'
ends_by SEGV 8 'exited with 139'
begin 9
kill -s WINCH "$kid"
kill -s CONT "$kid"
eventually running a5
