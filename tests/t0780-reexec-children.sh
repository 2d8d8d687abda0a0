#!/bin/sh
# telinit u keeps every child: none is restarted, each is looked after as before.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
bt::boot:/bin/sleep 1000
a1:3:respawn:/bin/sleep 1001
a2:3:once:/bin/sleep 1002
a3:3:once:/sbin/note a3
END
eventually running bt
eventually running a1
eventually running a2
eventually noted a3
bt=$(pid_of bt) a1=$(pid_of a1) a2=$(pid_of a2)
for n in 1 2 3; do
	reloaded() {
		[ "$(console_count reloading)" -eq "$n" ]
	}
	telinit u
	eventually reloaded
done
kill "$a1"
eventually new_pid a1 "$a1"
equal "the process of bt" "$(pid_of bt)" "$bt"
equal "the process of a2" "$(pid_of a2)" "$a2"
equal "starts of a3" "$(note_count a3)" 1
telinit -t 1 2
eventually not alive "$a2"
alive "$bt"
