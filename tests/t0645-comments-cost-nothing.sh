#!/bin/sh
# A million lines of comments cost init no memory but for their text.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
! grep -q __asan_init "$INIT" || skip "a sanitizer has memory of its own"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
mkdir -p "$R/etc/inittab.d"
{ yes '#' | head -n 1000000; echo 'a2:3:once:/sbin/note read'; } >"$R/etc/inittab.d/comments.tab"
signal HUP
eventually noted read
peak=$(sed -n 's/^VmHWM:[[:blank:]]*\([0-9]*\) kB$/\1/p' "/proc/$INIT_PID/status")
[ "$peak" -lt 16384 ] || die "$peak KiB"
