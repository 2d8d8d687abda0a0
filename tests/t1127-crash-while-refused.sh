#!/bin/sh
# What cannot be started in the quick way is started once, also if init crashes or is executed anew at that moment.
# shellcheck disable=SC2016 source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
fixtures() {
	mkdir -p "$T/skel/sbin"
	# no #!
	printf 'echo "$1" >>/run/ran\n' >"$T/skel/sbin/plain"
	chmod 755 "$T/skel/sbin/plain"
}
{
	echo id:3:initdefault:
	i=0
	while [ "$i" -lt 60 ]; do
		echo "a$i:45:once:+/sbin/plain $i"
		i=$((i + 1))
	done
	echo 'z:345:respawn:+/bin/sleep 1001'
} >"$T/table"
# each_ran TIMES
each_ran() {
	[ "$(sort "$R/run/ran" 2>/dev/null | uniq -c | grep -c "^ *$1 ")" -eq 60 ]
}
boot <"$T/table"
eventually running z
telinit 4
for _ in 1 2 3 4 5 6 7 8; do
	signal SEGV
	sleep 0.003
done
eventually each_ran 1
telinit 3
eventually in_level 3
telinit 5 &
telinit u
wait $!
eventually each_ran 2
up
equal "lines" "$(wc -l <"$R/run/ran")" 120
