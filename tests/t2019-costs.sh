#!/bin/sh
# A script costs one fork and one exec, and a run two execs more: of rc, and of what takes its place.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
count() {
	inside strace -f -o /run/trace -e trace=clone,clone3,fork,vfork,execve -e signal=none "$@" >"$T/out" 2>&1
	forks=$(grep -cE ' (clone3?|v?fork)\(.*[^?] *= [0-9]+$|(clone3?|v?fork) resumed.* = [0-9]+$' "$R/run/trace")
	execs=$(grep -cE 'execve\(.* = 0$|execve resumed.* = 0$' "$R/run/trace")
}
check() {
	n=0
	while [ $n -lt 20 ]; do
		n=$((n + 1))
		script "s$n" "Required-Start: \$all" "X-Timeout: 100" <<-END
			:
		END
		[ $n -gt 10 ] || link 2 "S01s$n"
		link 3 "S01s$n"
	done
	inside mkdir -p /run/rc/log
	count /etc/init.d/rc 2
	forks10=$forks execs10=$execs
	count /etc/init.d/rc 3
	out_has "20 scripts"
	equal "forks of ten scripts more" $((forks - forks10)) 10
	equal "execs of ten scripts more" $((execs - execs10)) 10
	equal "forks beside those of scripts" $((forks - 20)) 0
	equal "execs beside those of scripts" $((execs - 20)) 2
}
command -v strace >/dev/null || skip "no strace"
boot_services
each_shell check
