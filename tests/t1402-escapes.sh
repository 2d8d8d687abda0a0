#!/bin/sh
# Escape sequences in ids, commands, file names and requests reach the console as question marks only.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
esc=$(printf '\033') csi=$(printf '\233') c1=$(printf '\302\233') bell=$(printf '\007') letter=$(printf '\303\233')
boot <<TABLE
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
TABLE
eventually running a1
eventually console_has "Entering runlevel: 3"
sent=0
# evil NAME TEXT: TEXT has been shown, with its controls as question marks
shown() {
	sent=$((sent + 1))
	eventually console_has "$2"
	! LC_ALL=C grep -q "$esc\|$bell\|$c1\|[[:alpha:]]$csi" "$T/console" || die "$1: reaches the console"
	echo "# $1: harmless"
}
# each line makes init say something that has its text in it
{
	cat "$R/etc/inittab"
	echo "i1${esc}[2J:3:respawn:/bin/sh -c true"
	echo "a2:3:one$esc]0;evil$bell:/bin/true"
	echo "a3:3:once:/no/such${esc}cred"
	echo "a4:3:once:/no/such${csi}2J"
	echo "a5:3:once:/no/such${c1}2J"
	echo "a6:3:once:/no/such${letter}letter"
	echo "a7:3:once,tty=x${esc}[2J:/bin/true"
	echo "a8:3:once,evil${esc}[2J=1:/bin/true"
} | put /etc/inittab
printf 'bad line\n' | put "/etc/inittab.d/n${esc}[2J.tab"
signal HUP
shown "an id" 'Id "i1?[2J" respawning too fast'
shown "an action" 'one?]0;evil?: unknown action field'
shown "a command" '/no/such?cred'
shown "a control of eight bits" '/no/such?2J'
shown "one in UTF-8" '/no/such'"$(printf '\302')"'?2J'
shown "a letter stays one" "/no/such${letter}letter"
shown "a device" 'x?[2J'
shown "an option" 'evil?[2J'
shown "the name of a file" 'n?[2J.tab'
message 1 27 0 | send
shown "a level" 'bad runlevel: 27'
message 6 0 0 "INIT_$(printf 'A%.0s' $(seq 300))=1\000" | send
for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
	message 6 0 0 "INIT_$n\033[2J=$(printf 'A%.0s' $(seq 300))\000" | send
done
shown "a variable" 'no room for INIT_'
[ "$sent" -eq 11 ]
