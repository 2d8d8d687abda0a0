#!/bin/sh
# A pid file that all can write is refused, and one that is not root's where nothing else is asked for.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
p=$(spawn /opt/foo 1001)
f=/run/foo.pid
echo "$p" | put $f 666
refused() {
	gives 2 --stop --pidfile $f "$@"
	err_has insecure
	err_has $f
	gives 2 --start --pidfile $f --startas /bin/echo "$@"
	gives 4 --status --pidfile $f "$@"
	err_has insecure
}
refused
refused --exec /opt/foo --name foo
inside chmod 664 $f
gives 0 --status --pidfile $f
inside chgrp nogroup $f
refused
gives 0 --status --pidfile $f --exec /opt/foo
inside chmod 644 $f
inside chown nobody:root $f
refused
for criterion in "--exec /opt/foo" "--name foo" "--user root" "--ppid 1"; do
	# shellcheck disable=SC2086
	gives 0 --status --pidfile $f $criterion
done
# a link to it is no way around
inside ln -s foo.pid /run/link.pid
f=/run/link.pid
refused
runs "$p" || die "it was stopped"
# who is not root can harm nobody but himself
inside chown nobody /run/foo.pid
status=0
inside setpriv --reuid nobody --clear-groups /sbin/ssd --status --pidfile /run/foo.pid || status=$?
equal status "$status" 0
