#!/bin/sh
# With -a and a list, somebody of the list or root must be logged in on a virtual console; else the console is told.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
# Nobody opens it, for it has two names.
inside mknod /dev/tty63 c 4 63 2>/dev/null || skip "no device nodes here"
inside ln /dev/tty63 /dev/other
refused() {
	: >"$T/console"
	status=0
	inside shutdown -F -r -a now </dev/null || status=$?
	equal "status, $1" "$status" 1
	eventually console_has 'shutdown: no authorized users logged in.'
	in_level 3
	nothing_left
}
allowed() {
	inside shutdown -r -a now </dev/null || die "refused: $1"
	eventually in_level 6
	telinit 3
	eventually in_level 3
}
allowed "no list"
printf '# people\n\nalice\nbob\n' | put /etc/shutdown.allow
refused "nobody there"
log_in alice pts/9
refused "alice not on the console"
log_in carol tty63
refused "carol not in the list"
log_in ali tty63
refused "part of a name"
log_in bob tty63
allowed "bob"
: >"$R/run/utmp"
log_in root tty63
allowed "root"
