#!/bin/sh
# What a run that was killed has started is not started again; what it had not reached is.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
killed() {
	inside rm -f /run/notes
	inside pkill -KILL -x rcrun
	wait "$running" || :
	eventually not inside pgrep -x rcrun
}
check() {
	noter first
	noter last
	script stays <<-END
		echo "\$1 stays" >>/run/notes
		[ "\$1" = stop ] || exec sleep 1001
	END
	noter old
	link 2 S01first S02stays S03last
	previous=N rc 2 &
	running=$!
	eventually noted "start stays"
	killed
	# again
	previous=N rc 2
	out_has "rc: the run for level 2 did not come to its end; what it has started is not started again"
	notes_are "start last"
	# the run after that is one like any other
	previous=N rc 2 &
	running=$!
	eventually noted_times 1 "start stays"
	killed
	# to another level: what that stops is started again, and what was not reached is started
	link 3 K01first S01first S02stays S03last
	previous=2 rc 3
	notes_are "stop first" "start first" "start last"
	# 2 to 3 is interrupted; what ran before, and was not touched, is still known to run
	inside rm -f /etc/rc3.d/K01first
	link 2 S04old
	link 3 S01stays S04old K01last
	inside sh -c 'rm /etc/rc2.d/S02stays /etc/rc3.d/S02stays'
	previous=2 rc 3 &
	running=$!
	eventually noted "start stays"
	killed
	previous=3 rc 3
	notes_are "stop last" "start last"
}
boot_services
each_shell check
