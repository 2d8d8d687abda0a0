#!/bin/sh
# Debian's telinit drives rung.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
theirs=${RUNG_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/rung}/sysvinit/sbin/init
[ -x "$theirs" ] || skip "no $theirs; tests/setup fetches it"
put /sbin/telinit 755 <"$theirs"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
a2:4:respawn:/bin/sleep 1002
a3:b:ondemand:/sbin/showenv a3
ss:S:wait:/sbin/gate ss
END
equal "version of telinit" "$(telinit --version | head -n 1)" "SysV init version: 3.06"
eventually noted "stubborn a1"
old=$(pid_of a1)
echo a4:3:once:/sbin/note a4 >>"$R/etc/inittab"
telinit q
eventually noted a4
alive "$old"
telinit -e INIT_HALT=POWEROFF
telinit B
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
telinit q
eventually running a2
equal "the process of a2" "$(pid_of a2)" "$kept"
telinit s
eventually noted "gate ss"
in_level S
