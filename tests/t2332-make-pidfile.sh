#!/bin/sh
# --make-pidfile writes the pid of the program into a file that only root can write, and follows no link.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
# shellcheck disable=SC2016
gives 0 --start --startas /bin/sh --name none --make-pidfile --pidfile /run/foo.pid -- -c 'echo $$'
equal "the pid" "$(cat "$R/run/foo.pid")" "$(cat "$T/out")"
gives 0 --start --exec /opt/foo --background -m -p /run/foo.pid --chuid nobody --umask 077 -- 1001
read -r p <"$R/run/foo.pid"
eventually has_name "$p" foo
equal "mode and owner" "$(inside stat -c '%a %u %g' /run/foo.pid)" '644 0 0'
equal "its bytes" "$(od -An -c "$R/run/foo.pid" | tr -d ' ')" "$(printf '%s\n' "$p" | od -An -c | tr -d ' ')"
inside ln -s /run/target /run/link.pid
inside ln -s /run/foo.pid /run/link2.pid
for file in /run/link.pid /run/link2.pid /none/foo.pid /run; do
	for background in '' --background; do
		# shellcheck disable=SC2086
		gives 2 --start --startas /bin/echo --name none $background -m -p $file -- started
		err_has $file
		out_is
	done
done
[ ! -e "$R/run/target" ] || die "it followed the link"
equal "the pid file" "$(cat "$R/run/foo.pid")" "$p"
gives 0 --start --startas /bin/echo --name none -m -p /dev/null -- started
out_is started
