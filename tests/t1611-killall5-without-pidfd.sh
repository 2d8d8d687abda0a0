#!/bin/sh
# On a kernel without pidfds killall5 -15 still comes back when its targets are gone, or after 900 ms.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
command -v strace >/dev/null || skip "no strace"
put /sbin/slow 755 <<'END'
#!/bin/sh
# well within the 900 ms that it is waited for, on a busy machine, too
trap 'sleep 0.1; echo saved >>/run/notes; exit' TERM
note ready
while :; do sleep 0.05; done
END
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/slow
END
eventually noted ready
# -o: no freeze, which would stop strace
old_kernel() {
	inside strace -o /run/trace -e trace=pidfd_open -e inject=pidfd_open:error=ENOSYS \
		killall5 "$@" -o 99999999
}
old_kernel -15
noted saved || die "it did not wait"
not running a1
grep -q 'ENOSYS.*INJECTED' "$R/run/trace"

inside setsid -f stubborn 2
eventually noted "stubborn 2"
uptime_ms
began=$now
old_kernel -15
uptime_ms
[ $((now - began)) -ge 890 ] || die "it waited $((now - began)) ms"
old_kernel -9
# what init has its records written by may be there for a moment
nobody() {
	status=0
	old_kernel -9 || status=$?
	[ "$status" -eq 2 ]
}
eventually nobody
