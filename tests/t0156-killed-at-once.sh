#!/bin/sh
# Processes that are killed as soon as they have begun leave nothing that keeps later ones from starting without a copy of init.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/traced.sh
. "${0%/*}/traced.sh"
rung_only
has_quick_start
{
	echo id:3:initdefault:
	i=0
	while [ "$i" -lt 150 ]; do
		echo "a$i:4:once:+/bin/sleep $((1000 + i))"
		i=$((i + 1))
	done
	echo b:5:once:+/bin/sleep 2000
} >"$T/table"
boot <"$T/table"
eventually in_level 3
# the first that one of them calls
trace_init -e trace=set_tid_address -e inject=set_tid_address:signal=KILL
telinit 4
all_killed() {
	[ "$(grep -c 'killed by SIGKILL' "$T/trace")" -ge 150 ]
}
eventually all_killed
kill "$TRACER"
eventually not alive "$TRACER"
trace_init -e trace=clone
telinit 5
eventually running b
kill "$TRACER"
eventually not alive "$TRACER"
traced 'clone(.*flags=CLONE_VM|[^V]*SIGCHLD'
