#!/bin/sh
# A pid file is refused where others than root own or can write a directory or a link on the way to it.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
p=$(spawn /opt/foo 1001)
inside mkdir -p /run/a/b
echo "$p" | put /run/a/b/foo.pid
f=/run/a/b/foo.pid
refused() {
	gives 2 --stop --pidfile "$f"
	err_has insecure
	err_has "on the way to it"
	gives 4 --status --pidfile "$f"
	# another criterion limits the harm
	gives 0 --status --pidfile "$f" --exec /opt/foo
}
for dir in /run/a /run/a/b; do
	inside chmod 777 $dir
	refused
	inside chmod 755 $dir
	inside chown nobody $dir
	refused
	inside chown root $dir
	inside chgrp nogroup $dir
	gives 0 --status --pidfile $f
	inside chmod 775 $dir
	refused
	inside chgrp root $dir
	gives 0 --status --pidfile $f
	# in a sticky directory nobody can put another file in the place of root's
	inside chmod 1777 $dir
	gives 0 --status --pidfile $f
	inside chmod 755 $dir
done
# links, relative and absolute, to the file and to a directory
inside ln -s /run/a /run/absolute
inside ln -s ../run/a/b /run/relative
inside ln -s b/foo.pid /run/a/link.pid
for f in /run/absolute/b/foo.pid /run/relative/foo.pid /run/a/link.pid /run/absolute/link.pid \
	/run/relative/..//b/./foo.pid; do
	gives 0 --status --pidfile $f
done
for link in /run/absolute /run/a/link.pid; do
	inside chown -h nobody $link
	f=/run/absolute/link.pid
	refused
	inside chown -h root $link
done
inside chown nobody /run/a
f=/run/relative/foo.pid
refused
# to nowhere, in a circle, through a file
inside chown root /run/a
inside ln -s nowhere /run/dangling
gives 3 --status --pidfile /run/dangling
inside ln -s circle /run/circle
gives 4 --status --pidfile /run/circle
err_has "unable to open pidfile /run/circle"
gives 4 --status --pidfile /run/a/b/foo.pid/
err_has "Not a directory"
runs "$p" || die "it was stopped"
