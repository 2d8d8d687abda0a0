#!/bin/sh
# After 10,000 reloads init has as much memory, and as many descriptors, as after 10.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
cc -o "$T/reload" "$here/reload.c" || skip "no compiler"
{
	echo id:3:initdefault:
	echo a1:3:respawn:/bin/sleep 1001
	for n in 1 2 3 4 5 6 7 8 9; do
		echo "b$n:4:once:/sbin/note b$n"
	done
} >"$T/table"
boot <"$T/table"
eventually running a1
old=$(pid_of a1)
# the other one: longer, with options, with lines that are wrong
{
	cat "$T/table"
	echo c1:4:respawn,grace=5,respawn=3600/5/5:/sbin/note c1
	echo b2:4:once,grace=1:/sbin/note b2
	echo c3:4:off,tty=ttyS9:
	echo c4:4:respwan:/sbin/note c4
} | put /etc/inittab.other

# anonymous: kB without the stack, which a signal at its deepest moment makes a page deeper, once
anonymous() {
	awk '/^[0-9a-f]+-/ { stack = $NF == "[stack]" } /^Anonymous:/ && !stack { kb += $2 } END { print kb }' \
		"/proc/$INIT_PID/smaps"
}

# stack: kB of it
stack() {
	awk '/^[0-9a-f]+-/ { stack = $NF == "[stack]" } /^Anonymous:/ && stack { print $2 }' "/proc/$INIT_PID/smaps"
}

# shared: kB of the state; of files the kernel maps what lies around a page that is needed, too
shared() {
	awk '/^[0-9a-f]+-/ { state = /memfd/ } /^Rss:/ && state { kb += $2 } END { print kb + 0 }' "/proc/$INIT_PID/smaps"
}

descriptors() {
	find "/proc/$INIT_PID/fd" -type l | wc -l
}

reload() {
	"$T/reload" "$INIT_PID" "$1" "$R/etc/inittab" "$R/etc/inittab.other"
}

reload 10
anonymous=$(anonymous) stack=$(stack) shared=$(shared) open=$(descriptors)
reload 9990
echo "# $(anonymous) kB anonymous, $(stack) kB of stack, $(shared) kB of the state, $(descriptors) descriptors"
if [ "$anonymous" -eq 0 ] || [ "$shared" -eq 0 ]; then die "no figures"; fi
# A page may be written for the first time by what happens rarely: a leak of a byte each time is more than two.
[ "$(anonymous)" -le $((anonymous + 8)) ] || die "anonymous memory: $anonymous kB after 10"
[ "$(stack)" -le $((stack + 8)) ] || die "stack: $stack kB after 10"
# its ring of events fills, and it is as long as the table; one that is left mapped each time is megabytes
[ "$(shared)" -le $((shared + 64)) ] || die "the state: $shared kB after 10"
equal descriptors "$(descriptors)" "$open"
alive "$old"
equal "processes of a1" "$(pids_of a1 | wc -l)" 1
