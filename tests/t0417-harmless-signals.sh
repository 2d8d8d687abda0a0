#!/bin/sh
# All other signals do nothing to init.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:once:/sbin/note a2
ca::ctrlaltdel:/sbin/note ca
END
eventually running a1
old=$(pid_of a1)
# all but HUP INT fault KILL USR1 SEGV USR2 CHLD STOP TSTP WINCH PWR SYS, 38 and 39, which is
# SIGRTMIN+4 to musl; inside,
# where nobody can force one on the first process
# shellcheck disable=SC2016
inside sh -c 'for n; do kill -"$n" 1; done' - 3 13 14 15 16 18 21 22 23 24 25 26 27 29 \
	34 35 36 37 40 41 42 50 60 63 64
echo a3:3:once:/sbin/note a3 >>"$R/etc/inittab"
signal HUP
eventually noted a3
alive "$old"
not noted ca
equal "count of a2" "$(note_count a2)" 1
