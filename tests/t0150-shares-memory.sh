#!/bin/sh
# An entry without records is started without a copy of init: the process shares its memory until the exec.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/traced.sh
. "${0%/*}/traced.sh"
rung_only
has_quick_start
boot <<END
id:3:initdefault:
a1:4:respawn:+/bin/sleep 1001
a2:4:respawn:/bin/sleep 1002
END
eventually in_level 3
trace_init -e trace=clone,clone3,fork,vfork
telinit 4
eventually running a1
eventually running a2
kill "$TRACER"
eventually not alive "$TRACER"
equal "shared" "$(grep -c 'clone(.*flags=CLONE_VM|[^V]*SIGCHLD' "$T/trace")" 1
not traced CLONE_VFORK
# its stack is given back
eventually given_back
# nor would a huge page be, which the first of 128 would get
huge_pages_off() {
	awk '/^Size:/ { size = $2 } /^VmFlags:.* dc.* nh/ && size == 128 * 128 { found = 1 } END { exit !found }' \
		"/proc/$INIT_PID/smaps"
}
[ ! -e /sys/kernel/mm/transparent_hugepage ] || huge_pages_off
