#!/bin/sh
# An interactive script runs alone, with the console: no other runs or starts meanwhile.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
boot_services
gated a
script asks "X-Interactive: true" "X-Start-Before: x" <<'END'
echo "start asks" >>/run/notes
read -r answer
echo "you said: $answer"
END
gated x
gated conf
put /etc/insserv.conf <<'END'
<interactive> conf
END
link 2 S01a S02asks S03x
{
	eventually noted "start asks"
	sleep 0.2
	noted "start x" || echo forty-two
} | inside rcrun 2 >"$T/out" 2>&1 &
running=$!
eventually noted "start asks"
not noted "start a"
eventually noted "start x"
eventually noted "start a"
grep -q "you said: forty-two" "$T/out" || die "it had no console"
open_gate x
open_gate a
finished
inside test ! -e /run/rc/log/asks || die "it has a log"
# what others read is nothing: only it has the input
script reads <<'END'
read -r line && echo "got $line" >>/run/notes
echo end >>/run/notes
END
link 3 S01reads
inside rm -f /run/notes
echo "not for you" | inside rcrun 3 >"$T/out" 2>&1
notes_are end
# those of insserv.conf, too: it waits until a has ended, and b is not started before it has
inside rm -f /etc/rc2.d/S02asks /etc/rc2.d/S03x
gated b "Required-Start: conf"
link 2 S04conf S05b
parallel 2
eventually noted "start conf"
never_within 200 noted "start a"
open_gate conf
eventually noted "start a"
eventually noted "start b"
open_gate a
open_gate b
finished
