#!/bin/sh
# sendsigs ends all but those that were spared, at once when they obey, and kills who does not.
# limit: 120 s
# shellcheck source=tests/scripts.sh disable=SC2016
. "${0%/*}/scripts.sh"
boot_scripts
# The processes are children of init, not of the shell of the test.
put /etc/inittab.d/more.tab <<END
sp:a:once:/bin/sleep 1001
ob:b:once:/bin/sleep 1002
st:c:once:/sbin/stubborn two
END
telinit q
tries() {
	inside mkdir -p /run/sendsigs.omit.d
	for one in a b; do telinit "$one"; done
	eventually running sp
	eventually running ob
	spared=$(pid_of sp)
	inner_pid "$spared" | put /run/sendsigs.omit.d/one
	printf 'no pid\n' | put /run/sendsigs.omit.d/two
	uptime_ms
	began=$now
	is 0 sendsigs stop
	uptime_ms
	[ $((now - began)) -lt 3000 ] || die "it took $((now - began)) ms"
	eventually not running ob
	alive "$spared" || die "the spared one is gone"
	is 0 sendsigs stop
	is 0 sendsigs start

	telinit c
	eventually noted 'stubborn two'
	is 0 sendsigs stop 'still running'
	eventually not running st
	alive "$spared"
	is 0 killprocs start
	is 0 killprocs start
	is 0 killprocs stop
	inner_pid "$spared" | put /run/sendsigs.omit
	inside rm -rf /run/sendsigs.omit.d
	is 0 sendsigs stop
	alive "$spared" || die "the spared one is gone"
	kill "$spared"
	inside rm -f /run/sendsigs.omit /run/notes
}
each_shell_tries tries
