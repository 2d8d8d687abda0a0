#!/bin/sh
# What is held until a deadline starts at that time, not earlier nor later, though init was executed in between.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn,respawn=0/2/0:/bin/sleep 1001
END
eventually running a1
for way in upgrade crash; do
	old=$(pid_of a1)
	uptime_ms && began=$now
	kill "$old"
	eventually not alive "$old"
	survive $way
	survive $way
	eventually new_pid a1 "$old"
	took=$(($(started_at "$(pid_of a1)") - began))
	[ "$took" -ge 1900 ] || die "$way: started after $took ms"
	[ "$took" -lt 4000 ] || die "$way: started after $took ms"
done
