#!/bin/sh
# Everybody is told who takes the system down, when and why, and again when it goes.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
log_in alice console
start -r +9 kernel upgrade
eventually console_has 'The system is going DOWN for reboot in 9 minutes!'
tr -d '\r' <"$T/console" >"$T/text"
grep -q '^Broadcast message from root@rung ([A-Z].* 20[0-9][0-9]):$' "$T/text" || die "no banner"
grep -q '^kernel upgrade $' "$T/text"
inside shutdown -c never mind
eventually console_has 'never mind'
goes() {
	inside shutdown "$@" now </dev/null
	eventually console_has "The system is going down $state NOW!"
	telinit 3
	eventually in_level 3
}
state='for reboot' && goes -r
state='for system halt' && goes -h
state='to maintenance mode' && goes
state='to runlevel 5' && goes -i 5
start +1
eventually console_has 'The system is going DOWN to maintenance mode in 1 minute!'
