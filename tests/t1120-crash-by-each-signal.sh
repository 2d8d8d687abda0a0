#!/bin/sh
# A crash by each of the seven fault signals is survived, told on the console and kept in the ring of events.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:once:/sbin/note a2
END
eventually running a1
eventually noted a2
old=$(pid_of a1)
n=0
for name in SEGV BUS ILL FPE ABRT SYS TRAP; do
	n=$((n + 1))
	signal "$name"
	eventually console_has "init crashed: signal $(kill -l "$name" 2>/dev/null || env kill -l "$name") at address 0x0, crash $n since the boot"
	equal "the process of a1" "$(pid_of a1)" "$old"
done
equal "starts of a2" "$(note_count a2)" 1
equal "crashes in the ring" "$(state | grep -c '^event [0-9]* crash  pid 1 status')" 7
# and the last of them was no special one
kill "$old"
eventually new_pid a1 "$old"
