#!/bin/sh
# In the background the program has no terminal, leads no session, works in / and has nothing open but /dev/null.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
inside sh -c 'cd /tmp && exec 5</etc/passwd && exec /sbin/ssd --start --background --exec /opt/foo \
	--make-pidfile --pidfile /run/foo.pid -- 1001' || die "status $?"
read -r p <"$R/run/foo.pid"
runs "$p" || die "it does not run"
eventually has_name "$p" foo
equal "its directory" "$(inside readlink "/proc/$p/cwd")" /
equal "its parent" "$(inside ps -o ppid= -p "$p" | tr -d ' ')" 1
equal "its terminal" "$(inside ps -o tty= -p "$p")" '?'
[ "$(inside ps -o sid= -p "$p" | tr -d ' ')" -ne "$p" ] || die "it leads a session"
# shellcheck disable=SC2012
equal "its files" "$(inside sh -c "ls /proc/$p/fd | tr '\n' ' '")" '0 1 2 '
for fd in 0 1 2; do
	equal "file $fd" "$(inside readlink "/proc/$p/fd/$fd")" /dev/null
done
gives 1 --start --background --exec /opt/foo --make-pidfile --pidfile /run/foo.pid
read -r q <"$R/run/foo.pid"
equal "the pid file" "$q" "$p"
gives 0 --stop --pidfile /run/foo.pid --retry 20
