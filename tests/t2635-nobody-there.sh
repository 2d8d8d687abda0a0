#!/bin/sh
# A run goes on when its terminal hangs up, and when nobody reads what it says; scripts have all signals as ever.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
boot_services
gated a
script b "Required-Start: a" <<'END'
# but for those that libc keeps to itself, and make(1) leaves ignored to what it starts
grep -e SigBlk -e SigIgn /proc/self/status | sed 's/18\(.......\)$/00\1/' >>/run/notes
END
link 2 S01a S02b
all_done() {
	inside tail -n 1 /run/rc/journal | grep -q " done 2$"
}
signals='SigBlk:	0000000000000000
SigIgn:	0000000000300000'	# TTIN and TTOU, for it is in the background
parallel 2
eventually noted "start a"
inside pkill -HUP -x rcrun
open_gate a
finished
eventually all_done
notes_are "start a" "$signals"
# to a pipe that nobody reads
inside rm -rf /run/rc
inside sh -c 'rcrun 2 | true' >/dev/null 2>&1 &
running=$!
eventually noted "start a"
open_gate a
finished
eventually all_done
notes_are "start a" "$signals"
# alone, as if nothing were between
signals='SigBlk:	0000000000000000
SigIgn:	0000000000000000'
inside rm -rf /run/rc
parallel --order one 2
eventually noted "start a"
open_gate a
finished
notes_are "start a" "$signals"
