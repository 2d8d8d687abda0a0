#!/bin/sh
# Twenty times telinit u leave no descriptor, no zombie and no second process behind.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
eventually test -p "$R/run/initctl"
old=$(pid_of a1)
descriptors() {
	find "/proc/$INIT_PID/fd" -type l | wc -l
}
reloads() {
	[ "$(console_count reloading)" -eq "$1" ]
}
request_heard() {
	message 1 u 3 | send 2>/dev/null
}
telinit u
eventually reloads 1
telinit q
before=$(descriptors)
n=2
while [ "$n" -le 20 ]; do
	eventually request_heard
	eventually reloads "$n"
	n=$((n + 1))
done
few() {
	[ "$(descriptors)" -le "$before" ]
}
eventually few
alone() {
	children "$INIT_PID"
	[ "$_kids" = "$old " ] || [ "$_kids" = "$old" ]
}
eventually alone
