#!/bin/sh
# A zombie does not run: it is not waited for, and does not keep its service from being started.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
put /opt/careless 755 <<'END'
#!/bin/sh
# it ends when its parent is a program that waits for nobody
(until grep -qx foo /proc/$$/comm; do sleep 0.02; done) &
echo $! >/run/zombie.pid
exec /opt/foo 1001
END
spawn /opt/careless >/dev/null
eventually test -s "$R/run/zombie.pid"
read -r p <"$R/run/zombie.pid"
is_zombie() {
	grep -q '^State:.Z' "$R/proc/$p/status"
}
eventually is_zombie
gives 1 --status --pidfile /run/zombie.pid
gives 3 --status --pid "$p"
gives 1 --stop --pid "$p" --retry 20
gives 0 --start --pidfile /run/zombie.pid --startas /bin/echo -- started
out_is started
