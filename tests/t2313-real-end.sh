#!/bin/sh
# --retry waits for the end of the process itself, also when it removes its pid file at once.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
put /opt/slow 755 <<'END'
#!/bin/sh
trap 'rm /run/slow.pid; sleep 1; exit' TERM
echo $$ >/run/slow.pid
while :; do sleep 0.02; done
END
p=$(spawn /opt/slow)
eventually test -s "$R/run/slow.pid"
gives 0 --stop --pidfile /run/slow.pid --retry 20
gone "$p" || die "it runs still"
