#!/bin/sh
# While the exec of an entry hangs, init goes on; and so it does when more of them hang than there is room for.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/traced.sh
. "${0%/*}/traced.sh"
{
	echo id:3:initdefault:
	i=0
	while [ "$i" -lt 150 ]; do
		echo "a$i:4:respawn:+/bin/sleep $((1000 + i))"
		i=$((i + 1))
	done
} >"$T/table"
boot <"$T/table"
eventually in_level 3
trace_init -e trace=execve -e inject=execve:delay_enter=600000000
telinit 4
all_begun() {
	children "$INIT_PID"
	# shellcheck disable=SC2086
	set -- $_kids
	[ $# -ge 150 ]
}
eventually all_begun
eventually in_level 4
not running a1
telinit 3
eventually in_level 3
telinit 4
eventually in_level 4
kill -KILL "$TRACER"
for id in a0 a77 a149; do
	eventually running "$id"
done
