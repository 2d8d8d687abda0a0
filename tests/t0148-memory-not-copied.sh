#!/bin/sh
# Memory that only init and its helpers need, the table and the stacks of handlers and quick starts, is not copied for each child; also after a reload.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
! grep -q __asan_init "$INIT" || skip "a sanitizer has mappings of its own"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
# don't copy: the hole below the stack, the stack, the table, the places of quick.h (proc(5), VmFlags)
left_out() {
	[ "$(grep -c '^VmFlags:.* dc\( \|$\)' "/proc/$INIT_PID/smaps")" -eq 4 ]
}
eventually running a1
eventually left_out
put /etc/inittab <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:respawn:/bin/sleep 1002
END
signal HUP
eventually running a2
eventually left_out
