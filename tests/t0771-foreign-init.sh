#!/bin/sh
# The telinit of rung drives Debian's init.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
ours=${INIT%/*}/telinit
theirs=${RUNG_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/rung}/sysvinit/sbin/init
[ -x "$theirs" ] || skip "no $theirs; tests/setup fetches it"
put /sbin/telinit 755 <"$ours"
INIT=$theirs
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
a2:4:respawn:/bin/sleep 1002
a3:b:ondemand:/sbin/showenv a3
ss:S:wait:/sbin/gate ss
END
eventually console_has "version 3.06 booting"
eventually noted "stubborn a1"
eventually test -p "$R/run/initctl"
old=$(pid_of a1)
echo a4:3:once:/sbin/note a4 >>"$R/etc/inittab"
telinit q
eventually noted a4
alive "$old"
telinit -e INIT_HALT=POWEROFF
telinit b
eventually test -e "$R/run/env.a3"
env_has a3 INIT_HALT=POWEROFF
uptime_ms && began=$now
telinit -t 0 4
eventually not alive "$old"
uptime_ms
[ $((now - began)) -lt 2500 ] || die "no grace took $((now - began)) ms"
eventually running a2
kept=$(pid_of a2)
telinit u
eventually console_has reloading
equal "the process of a2" "$(pid_of a2)" "$kept"
# it looks for its FIFO again when the new one runs
in_single() {
	telinit s 2>/dev/null
	noted "gate ss"
}
eventually in_single
