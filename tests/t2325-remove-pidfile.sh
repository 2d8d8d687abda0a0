#!/bin/sh
# --remove-pidfile removes the pid file when nobody is left, and leaves it while somebody is.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
p=$(spawn /opt/foo 1001)
echo "$p" | put /run/foo.pid
gives 0 --stop --pidfile /run/foo.pid --retry 20
[ -e "$R/run/foo.pid" ] || die "it went without --remove-pidfile"
gives 1 --stop --pidfile /run/foo.pid --remove-pidfile
[ ! -e "$R/run/foo.pid" ] || die "it is there, and nobody ran"
p=$(spawn /opt/foo 1001)
echo "$p" | put /run/foo.pid
gives 0 --stop --pidfile /run/foo.pid --remove-pidfile
[ ! -e "$R/run/foo.pid" ] || die "it is there, and it was signalled"
p=$(spawn_mule)
echo "$p" | put /run/foo.pid
gives 2 --stop --pidfile /run/foo.pid --remove-pidfile --retry TERM/0
[ -e "$R/run/foo.pid" ] || die "it went, and the process runs"
gives 0 --stop --pidfile /run/foo.pid --remove-pidfile --retry KILL/20
[ ! -e "$R/run/foo.pid" ] || die "it is there, and the process is dead"
