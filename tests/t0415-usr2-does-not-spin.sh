#!/bin/sh
# Without its FIFO init uses no processor time.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
open_fifo() {
	find "/proc/$INIT_PID/fd" -lname '*/initctl' 2>/dev/null | grep -q .
}
eventually open_fifo
signal USR2
eventually not open_fifo
asleep() {
	read -r _stat <"/proc/$INIT_PID/stat"
	case ${_stat##*) } in
	S*) ;;
	*) return 1 ;;
	esac
}
eventually asleep
# whoever spins is never asleep, however little of the processors a busy machine leaves to it
awake=0
spins() {
	if asleep; then awake=0; else awake=$((awake + 1)); fi
	[ "$awake" -ge 4 ]
}
never_within 1000 spins
