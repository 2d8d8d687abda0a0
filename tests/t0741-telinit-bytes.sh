#!/bin/sh
# telinit writes the 384 bytes of the documented format, for every request it knows.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
open_fifo() {
	find "/proc/$INIT_PID/fd" -lname '*/initctl' 2>/dev/null | grep -q .
}
eventually open_fifo
signal USR2
eventually not open_fifo
# now the FIFO is ours alone
exec 5<>"$R/run/initctl"
wrote() {
	timeout 5 head -c 384 <&5 >"$T/got"
	cmp "$T/got" "$T/wanted" || die "that was telinit $*"
}
for level in 0 1 2 3 4 5 6 7 8 9 S s Q q A a B b C c U u; do
	telinit "$level"
	message 1 "$level" 3 >"$T/wanted"
	wrote "$level"
done
telinit -t 7 5
message 1 5 7 >"$T/wanted"
wrote -t 7 5
telinit -t0 6
message 1 6 0 >"$T/wanted"
wrote -t0 6
telinit -e INIT_A=1 -e INIT_B
# level and seconds mean nothing here
timeout 5 head -c 384 <&5 >"$T/got"
message 6 0 0 'INIT_A=1\0INIT_B\0\0' >"$T/wanted"
equal command "$(head -c 8 "$T/got" | od -An -tx1)" "$(head -c 8 "$T/wanted" | od -An -tx1)"
equal data "$(tail -c 368 "$T/got" | od -An -c)" "$(tail -c 368 "$T/wanted" | od -An -c)"
