#!/bin/sh
# --test tells what would be done, and does none of it.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
p=$(spawn /opt/foo 1001)
echo "$p" | put /run/foo.pid
gives 0 --stop --test --pidfile /run/foo.pid --remove-pidfile
out_is "Would send signal 15 to $p."
gives 0 --stop -t --name foo --signal KILL --retry 5
out_is "Ignoring --retry in test mode" "Would send signal 9 to $p."
gives 0 --stop -t --name foo --quiet
out_is
runs "$p" || die "it did it"
gives 1 --start --test --exec /opt/foo
out_is "/opt/foo already running."
gives 0 --start --test --exec /opt/bar -- 5 6
out_is "Would start /opt/bar 5 6 ."
gives 0 --start --test --exec /opt/bar --chuid nobody --nicelevel 3 --chroot / --procsched fifo:3 \
	--iosched idle --background --make-pidfile --pidfile /run/bar.pid -- 5
out_is "Would start /opt/bar 5  (as user nobody[65534], and group [65534]) in directory /, and add 3 to the priority, with scheduling policy fifo with priority 3, with IO scheduling class idle with priority 7."
gives 0 --start --test --exec /opt/bar --chuid nobody:daemon --nicelevel=-3 --iosched best-effort
out_is "Would start /opt/bar  (as user nobody[65534], and group daemon[1]), and add -3 to the priority, with IO scheduling class best-effort with priority 4."
[ ! -e "$R/run/bar.pid" ] || die "it wrote the pid file"
[ -z "$(spawned bar)" ] || die "it started it"
