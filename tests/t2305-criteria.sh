#!/bin/sh
# All criteria that are given must hold together: pid, parent, program, name and user.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
one=$(spawn /opt/foo 1001)
two=$(spawn setpriv --reuid nobody --clear-groups /opt/foo 1002)
eventually has_name "$two" foo
three=$(spawn /opt/bar 1003)
# meant PID... -- CRITERION...: exactly these would get the signal
meant() {
	: >"$T/meant"
	while [ "$1" != -- ]; do
		echo "Would send signal 15 to $1." >>"$T/meant"
		shift
	done
	shift
	if [ -s "$T/meant" ]; then
		gives 0 --stop --test "$@"
		sort "$T/out" >"$T/got"
		sort "$T/meant" | diff - "$T/got" || die "$*: not these"
	else
		gives 1 --stop --test "$@"
	fi
}
meant "$one" "$two" -- --exec /opt/foo
meant "$one" "$two" -- --name foo
meant "$three" -- --name bar
meant "$two" -- --user nobody
meant "$two" -- --user 65534
meant "$two" -- --user nobody --exec /opt/foo
meant -- --user nobody --exec /opt/bar
meant "$one" -- --user root --name foo
meant "$one" -- --ppid 1 --user root --name foo --exec /opt/foo
meant -- --ppid "$one" --name foo
meant "$one" -- --pid "$one" --exec /opt/foo
meant -- --pid "$one" --exec /opt/bar
meant -- --pid "$one" --name bar
meant -- --pid "$one" --user nobody
meant -- --pid "$one" --ppid 4000
echo "$three 77" | put /run/bar.pid
meant "$three" -- --pidfile /run/bar.pid --exec /opt/bar
meant -- --pidfile /run/bar.pid --exec /opt/foo
# by device and inode, whatever the name
inside ln /opt/bar /opt/other
meant "$three" -- --exec /opt/other
inside ln -s bar /opt/link
meant "$three" -- --exec /opt/link
meant "$three" -- --exec opt/../opt/bar
meant "$three" -- --chdir /opt --exec bar
inside cp /opt/bar /opt/copy
meant -- --exec /opt/copy
gives 1 --stop --name a-name-of-more-than-15
err_has "longer than 15 characters, please use --exec instead of --name."
