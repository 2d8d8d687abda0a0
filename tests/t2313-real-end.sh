#!/bin/sh
# A process that removes its pid file before it ends is waited for, and killed if need be, all the same.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
put /opt/slow 755 <<'END'
#!/bin/sh
trap 'rm /run/slow.pid; sleep $1; exit' TERM
echo $$ >/run/slow.pid
while :; do sleep 0.02; done
END
for seconds in 1 1000; do
	p=$(spawn /opt/slow $seconds)
	eventually test -s "$R/run/slow.pid"
	gives 0 --stop --pidfile /run/slow.pid --retry TERM/2/KILL/20
	gone "$p" || die "it runs still"
	[ ! -e "$R/run/slow.pid" ] || die "it did not remove its pid file"
done
