#!/bin/sh
# On a terminal make run gives a shell inside: it survives Ctrl-C, comes back, and poweroff ends it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
prompt_again() {
	[ "$(console_count "rung [$1] #")" -gt "$prompts" ]
}
# enter_line TEXT LEVEL: types it and waits for the prompt of that level
enter_line() {
	prompts=$(console_count "rung [$2] #")
	type_text "$1\n"
	eventually prompt_again "$2"
}
open_terminal
stty -F "$T/tty" rows 30 cols 90
# the player is the leader of a session that has the terminal
TERM=vt100 setpriv --pdeathsig KILL setsid --ctty sh "$here/play" "$INIT" \
	<>"$T/tty" >&0 2>&0 6<&- &
LAUNCHER=$!
prompts=0
eventually prompt_again 2
console_has "Try: "
# shellcheck disable=SC2016
enter_line 'echo "tty is $(tty), size $(stty size), term $TERM"' 2
console_has "tty is /dev/console, size 30 90, term vt100"
not console_has "job control turned off"
# Ctrl-C reaches what runs, and neither the shell nor init
type_text 'sleep 10510\n'
eventually pgrep -x -f 'sleep 10510' >/dev/null
prompts=$(console_count "rung [2] #")
type_text '\003'
eventually prompt_again 2
not pgrep -x -f 'sleep 10510'
type_text 'telinit 3\n'
eventually console_has "Level 3: multi-user"
enter_line 'runlevel' 3
console_has "2 3"
stty -F "$T/tty" rows 25 cols 81
enter_line 'stty size' 3
console_has "25 81"
# the shell comes back
enter_line 'kill -9 $$' 3
type_text 'poweroff\n'
eventually console_has "You are back; nothing of this machine has changed."
status=0
wait "$LAUNCHER" || status=$?
LAUNCHER=
equal status "$status" 0
