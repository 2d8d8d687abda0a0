#!/bin/sh
# --verbose tells who was stopped, at each round of a schedule.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
p=$(spawn /opt/foo 1001)
echo "$p" | put /run/foo.pid
gives 0 --stop --verbose --pidfile /run/foo.pid --retry 20
out_is "Stopped process in pidfile '/run/foo.pid' (pid $p)."
one=$(spawn /opt/bar 1002)
two=$(spawn /opt/bar 1003)
gives 0 -K -v --exec /opt/bar
grep -qx "Stopped /opt/bar (pid $one $two)." "$T/out" ||
	out_is "Stopped /opt/bar (pid $two $one)."
p=$(spawn_mule)
gives 2 --stop -v --name foo --retry TERM/0/TERM/0/TERM/0
out_is "Stopped foo (pid $p)." "Stopped foo (pid $p), retry #1." "Stopped foo (pid $p), retry #2." \
	"Program foo, 1 process(es), refused to die."
