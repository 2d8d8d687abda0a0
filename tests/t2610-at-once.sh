#!/bin/sh
# Each script starts the moment what it needs has ended, and not before; what needs nothing starts at once.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
boot_services
gated a
gated b
gated c "Required-Start: a"
gated d "Should-Start: b" "X-Start-Before: e"
gated e
gated late "Required-Start: \$all"
link 2 S01a S01b S01c S01d S01e S01late
parallel 2
eventually noted "start a"
eventually noted "start b"
never_within 200 noted "start c"
open_gate a
eventually noted "start c"
not noted "start d"
open_gate b
eventually noted "start d"
not noted "start e"
open_gate d
eventually noted "start e"
open_gate e
never_within 200 noted "start late"
open_gate c
eventually noted "start late"
open_gate late
finished
out_has "rc: level 2: 6 scripts in"
# who let whom begin, and whom it came after
inside cat /run/rc/journal >"$T/journal"
for line in "start c start [0-9]* a S01c" "start d start [0-9]* b S01d" "start e start [0-9]* d S01e" \
	"start late start [0-9]* c S01late" "start a start [0-9]* - S01a" \
	"end c start [0-9]* 0 [0-9]* [0-9]* [0-9]* a" "end a start [0-9]* 0 [0-9]* [0-9]* [0-9]* -" \
	"level 2 N" "done 2"
do
	grep -qx "[0-9]* $line" "$T/journal" || die "no line $line in the journal"
done
equal "whom the last came after" "$(sed -n 's/.* end late .* //p' "$T/journal" | tr ',' '\n' | sort | tr -d '\n')" abcde

# stopping: the dependent first; what starts waits for all that stops
inside rm -f /run/notes
gated a "Required-Stop: b"
gated b
link 3 K01a K01b S01c
parallel --previous 5 3
eventually noted "stop a"
never_within 200 noted "stop b"
open_gate a
eventually noted "stop b"
never_within 200 noted "start c"
open_gate b
eventually noted "start c"
open_gate c
finished
inside grep -q " start c start [0-9]* b S01c" /run/rc/journal || die "c did not wait for what was stopped"
