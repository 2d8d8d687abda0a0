#!/bin/sh
# The signals of faults, when somebody sends them, neither end init nor keep it from its work.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
for name in ILL TRAP ABRT BUS FPE SYS SEGV; do
	inside kill -s "$name" 1
	echo "$name:3:once:/sbin/note $name" >>"$R/etc/inittab"
	# one that comes while init starts itself anew may come too early
	heard() {
		signal HUP
		noted "$name"
	}
	eventually heard
done
alive "$old"
in_level 3
