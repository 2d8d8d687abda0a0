#!/bin/sh
# A crash is survived when the root of the system has gone: at once by a static init, else when the dynamic loader is back.
# shellcheck source=tests/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
busybox=${RUNG_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/rung}/busybox/bin/busybox
[ -x "$busybox" ] || skip "no static busybox (tests/setup puts it there)"
put /opt/busybox 755 <"$busybox"
boot <<END
id:3:initdefault:
a1:3:respawn:/opt/busybox sleep 1001
END
eventually running a1
old=$(pid_of a1)
# Nothing can be started from outside while it is covered: this one uncovers it, too.
inside /opt/busybox sh -c 'each() {
		for d in etc lib lib64 sbin usr; do
			[ ! -d /$d ] || [ -L /$d ] || /opt/busybox "$@" /$d
		done
	}
	each mount -t tmpfs none
	echo >/opt/covered
	until /opt/busybox rm /opt/uncover 2>/dev/null; do /opt/busybox sleep 0.02; done
	each umount' &
eventually test -e "$R/opt/covered"
signal SEGV
if ldd "$INIT" >/dev/null 2>&1; then
	kill "$old"	# a zombie now, and reaped by the loop that tries again
	eventually not test -e "/proc/$old"
else
	eventually console_has "crash 1 since the boot"
	signal BUS
	eventually console_has "crash 2 since the boot"
	equal "the process of a1" "$(pids_running "/opt/busybox sleep 1001")" "$old"
fi
: >"$R/opt/uncover"
eventually console_has "crash 1 since the boot"
kill "$old" 2>/dev/null || :
eventually new_pid a1 "$old"
