#!/bin/sh
# Ten thousand bogus and unknown requests neither stop init nor delay what dies meanwhile.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
eventually test -p "$R/run/initctl"
message 99 2 3 >"$T/requests"
head -c 384 /dev/zero >>"$T/requests"
n=2
while [ "$n" -lt 10000 ]; do
	cat "$T/requests" "$T/requests" >"$T/more" && mv "$T/more" "$T/requests"
	n=$((n * 2))
done
old=$(pid_of a1)
send <"$T/requests" &
kill "$old"
eventually new_pid a1 "$old"
wait $! || die "the writer failed"
message 1 4 0 | send
eventually in_level 4
