#!/bin/sh
# A process starts as session leader in /, with umask 022, no open files and no odd signals.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
pid=$(pid_of a1)
self=$(inner_pid "$pid")
equal "session and group" "$(inside ps -o sid=,pgid= -p "$self" | tr -s ' ')" " $self $self"
equal "working directory" "$(inside readlink "/proc/$self/cwd")" /
status_field() {
	sed -n "s/^$1:[[:space:]]*//p" "/proc/$pid/status"
}
equal umask "$(status_field Umask)" 0022
equal "blocked signals" "$(status_field SigBlk)" 0000000000000000
equal "ignored signals" "$(status_field SigIgn)" 0000000000000000
# what the launcher has from its caller init has, too
for fd in "/proc/$pid/fd"/*; do
	case ${fd##*/} in
	[0-2]) ;;
	*) [ -e "/proc/$LAUNCHER/fd/${fd##*/}" ] || die "open: $(ls -l "$fd")" ;;
	esac
done
