#!/bin/sh
# A signal that comes together with a crash or an upgrade is not lost.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
for n in 1 2 3 4 5 6 7 8; do
	echo "n$n:3:once:/sbin/note n$n" >>"$R/etc/inittab"
	signal STOP
	case $n in
	[1357]) signal SEGV ;;
	*) message 1 U 3 | send ;;
	esac
	signal HUP
	signal CONT
	eventually noted "n$n"
done
equal "starts of n1" "$(note_count n1)" 1
