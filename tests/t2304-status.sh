#!/bin/sh
# --status tells by its exit status alone: 0 running, 1 dead with a pid file, 3 not running, 4 unknown.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
p=$(spawn /opt/foo 1001)
echo "$p" | put /run/foo.pid
quietly() {
	gives "$@"
	out_is
}
quietly 0 --status --pidfile /run/foo.pid
quietly 0 -T --pid "$p"
quietly 0 --status --exec /opt/foo
quietly 0 --status --name foo --verbose
quietly 1 --status --pidfile /run/foo.pid --exec /opt/bar
quietly 3 --status --pidfile /run/none.pid
quietly 3 --status --exec /opt/bar
quietly 3 --status --pid 4000
echo 4000 | put /run/dead.pid
quietly 1 --status --pidfile /run/dead.pid
: | put /run/empty.pid
quietly 4 --status --pidfile /run/empty.pid
echo abc | put /run/odd.pid
quietly 4 --status --pidfile /run/odd.pid
mkdir "$R/run/dir.pid"
quietly 4 --status --pidfile /run/dir.pid
quietly 4 --status --pidfile /run/foo.pid/x
quietly 4 --status --pidfile /dev/null --exec /opt/foo
quietly 4 --status --exec /opt/none
quietly 4 --status --user nosuch
quietly 4 --status
