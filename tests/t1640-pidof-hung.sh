#!/bin/sh
# A process whose command line cannot be read, since its memory is locked, does not hang pidof, which knows it by its file.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
eventually running a1
cp /bin/sleep "$R/tmp/hung"
cp /bin/sleep "$R/tmp/other"
inside setsid -f /tmp/other 3002
inside setsid -f /tmp/hung 3001
known() {
	hung=$(inside pidof hung) && other=$(inside pidof other)
}
eventually known
# nobody ever writes to that: who opens it sleeps
inside mkfifo /tmp/fifo
inside mount --bind /tmp/fifo "/proc/$hung/cmdline"
limited() {
	inside timeout -s KILL 5 pidof "$@"
}
equal "the hung one, by its file" "$(limited /tmp/hung)" "$hung"
equal "by the kernel's name" "$(limited hung)" "$hung"
equal "one that comes after it" "$(limited other)" "$other"
equal "one that comes before it" "$(limited sleep)" "$(inner_pid "$(pid_of a1)")"
