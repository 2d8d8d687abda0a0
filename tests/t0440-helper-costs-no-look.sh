#!/bin/sh
# A table is read again without asking the kernel for the death of just anybody, which is a look at each child.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
command -v strace >/dev/null || skip "no strace"
case $(uname -r) in
[1-3].* | 4.[0-6].*) skip "the kernel cannot be asked for a helper" ;;
esac
boot <<END
id:3:initdefault:
a1:3:respawn:+/bin/sleep 1001
END
eventually running a1
setpriv --pdeathsig KILL strace -qq -o "$T/trace" -e trace=waitid -e signal=none -p "$INIT_PID" 2>"$T/errors" &
tracer=$!
traced() {
	alive "$tracer" || skip "strace: $(cat "$T/errors")"
	grep -q '^TracerPid:[[:space:]]*[1-9]' "/proc/$INIT_PID/status"
}
eventually traced
printf 'b1:3:respawn:+/bin/sleep 1002\n' >>"$R/etc/inittab"
signal HUP
eventually running b1
grep -q '^waitid(P_PID' "$T/trace" || die "the reader was not asked for"
! grep '^waitid(P_ALL' "$T/trace" || die "asked for anybody"
# the death of a child may stand for that of others
kill "$(pid_of b1)"
eventually grep -q '^waitid(P_ALL' "$T/trace"
