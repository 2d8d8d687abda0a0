#!/bin/sh
# A script that hangs holds up those that need it, and no others; its time ends, and Ctrl-C means the one that runs longest.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
boot_services
script hangs "X-Timeout: 1" <<-'END'
	echo "start hangs" >>/run/notes
	trap '' TERM
	sleep 1006
END
noter needs "Required-Start: hangs"
noter other
gated next "Required-Start: other"
link 2 S01hangs S01needs S01other S01next
parallel 2
# a group of its own does not save what it has started
eventually noted "start needs"
not runs "sleep 1006"
equal "what did not need it" "$(sed '/start needs/,$d' "$R/run/notes" | sort | tr '\n' ,)" "start hangs,start next,start other,"
open_gate next
finished
out_has "rc: hangs start is not done within 1 s; going on without it"
out_has "[FAILED]    6"
out_has "start hangs: no end within 1 s"
inside grep -q "skip hangs start timeout" /run/rc/journal || die "not in the journal"

# Ctrl-C, to the engine alone as a terminal would: the oldest goes, the others stay
inside rm -f /run/notes
for name in first second; do
	script "$name" <<-END
		echo "start $name" >>/run/notes
		sleep 1007
	END
done
gated third
link 3 S01first S01third
inside setsid rcrun 3 >"$T/out" 2>&1 &
running=$!
eventually noted "start first"
eventually noted "start third"
inside pkill -INT -x rcrun
eventually grep -q "start first: interrupted" "$T/out"
open_gate third
finished
out_has "[  ok  ]"
out_has "failed: first (interrupted)"
inside grep -q "skip first start interrupted" /run/rc/journal || die "not in the journal"

# one that is told to end takes with it those that run at once
inside rm -f /run/notes
link 4 S01second
inside setsid rcrun 4 >"$T/out" 2>&1 &
running=$!
eventually noted "start second"
inside pkill -TERM -x rcrun
wait "$running" || :
eventually not runs "sleep 1007"
