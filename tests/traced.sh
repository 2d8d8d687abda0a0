# traced.sh - init under strace: what it and its children call, or that some of it takes longer.
# Sourced by tests, after lib.sh.
# shellcheck shell=sh

# trace_init OPTION of strace...: from now on, into $T/trace; $TRACER is strace
trace_init() {
	command -v strace >/dev/null || skip "no strace"
	setpriv --pdeathsig KILL strace -f -q -o "$T/trace" -p "$INIT_PID" "$@" 2>"$T/errors" &
	TRACER=$!
	eventually is_traced
}

is_traced() {
	alive "$TRACER" || skip "strace: $(cat "$T/errors")"
	! grep -q '^TracerPid:.0$' "/proc/$INIT_PID/status"
}

# traced PATTERN: a call that it fits has been seen
traced() {
	grep -q -e "$1" "$T/trace"
}

# has_quick_start: else skips; see raw.h
has_quick_start() {
	case $(uname -m) in
	x86_64 | aarch64 | riscv64) ;;
	*) skip "on this machine each start is a copy" ;;
	esac
}

# given_back: no memory is left of processes that have had their exec, or never came to it
given_back() {
	[ "$(awk '/^Size:/ { size = $2 } /^Rss:/ { rss = $2 } /^VmFlags:.* dc/ && size == 128 * 128 { print rss }' \
		"/proc/$INIT_PID/smaps")" = 0 ]
}
