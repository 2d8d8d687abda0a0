#!/bin/sh
# What is no pid is not taken for one: with a message, nobody is signalled, and the status is unknown.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
p=$(spawn /opt/foo 1001)
for text in "-$p" "+$p" 0 -1 99999999999 "${p}abc" abc "pid $p" "$p;"; do
	echo "$text" | put /run/foo.pid
	gives 4 --status --pidfile /run/foo.pid
	err_has "pidfile /run/foo.pid: line 1: no number, expected a process id"
	gives 1 --stop --pidfile /run/foo.pid
	out_is "No process in pidfile '/run/foo.pid' found running; none killed."
	gives 0 --start --pidfile /run/foo.pid --startas /bin/echo -- started
done
: | put /run/foo.pid
gives 4 --status --pidfile /run/foo.pid
err_has "pidfile /run/foo.pid: empty, expected a process id"
inside mkfifo /run/fifo.pid
gives 4 --status --pidfile /run/fifo.pid
err_has "pidfile /run/fifo.pid: not a regular file, expected a process id"
for text in "$p" " $p" "$p 4000" "$p
4000"; do
	printf '%s' "$text" | put /run/foo.pid
	gives 0 --status --pidfile /run/foo.pid
done
# what says that there is no pid file stays
gives 1 --stop --pidfile /dev/null --remove-pidfile
no_errors
[ -c "$R/dev/null" ] || die "it removed /dev/null"
runs "$p" || die "it was stopped"
