#!/bin/sh
# A table is read again without asking the kernel for the death of just anybody, which is a look at each child.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/traced.sh
. "${0%/*}/traced.sh"
rung_only
case $(uname -r) in
[1-3].* | 4.[0-6].*) skip "the kernel cannot be asked for a helper" ;;
esac
boot <<END
id:3:initdefault:
a1:3:respawn:+/bin/sleep 1001
END
eventually running a1
trace_init -e trace=waitid -e signal=none
printf 'b1:3:respawn:+/bin/sleep 1002\n' >>"$R/etc/inittab"
signal HUP
eventually running b1
traced 'waitid(P_PID' || die "the reader was not asked for"
not traced 'waitid(P_ALL' || die "asked for anybody"
# the death of a child may stand for that of others
kill "$(pid_of b1)"
eventually traced 'waitid(P_ALL'
