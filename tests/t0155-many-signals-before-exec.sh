#!/bin/sh
# However many signals come at once to a process before its exec, they reach nothing but itself.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/traced.sh
. "${0%/*}/traced.sh"
rung_only
has_quick_start
boot <<END
id:3:initdefault:
a1:4:once:+/bin/sleep 1001
a2:4:once:+/bin/sleep 1002
END
eventually in_level 3
# the mask is emptied just before the exec
trace_init -e trace=dup3,execve,rt_sigprocmask -e inject=rt_sigprocmask:delay_enter=3000000:when=1
telinit 4
# both wait there; their places are side by side
both_wait() {
	quick=$(sed -n 's/^\([0-9]*\) *dup3(.*, 0, 0.*/\1/p' "$T/trace" | sort -n)
	# shellcheck disable=SC2086
	set -- $quick
	[ $# -eq 2 ] && traced "^$1 *rt_sigprocmask(SIG_SETMASK" && traced "^$2 *rt_sigprocmask(SIG_SETMASK"
}
eventually both_wait
first=${quick%%[!0-9]*} second=${quick##*[!0-9]}
kill -s STOP "$first"
for sig in HUP INT WINCH PWR USR1 USR2 ALRM TSTP CONT CHLD 38 39 XCPU XFSZ QUIT; do
	kill -s "$sig" "$second"
done
eventually traced "^$second *+++ "
not traced "^$second *--- SIGSEGV"
kill -s CONT "$first"
eventually running a1
