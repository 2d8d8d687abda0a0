#!/bin/sh
# A table of five hundred entries works.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
{
	echo id:3:initdefault:
	n=100
	while [ $n -lt 600 ]; do
		echo "$n:4:once:/sbin/note $n"
		n=$((n + 1))
	done
	echo a1:3:once:/sbin/note a1
} >"$T/table"
boot <"$T/table"
eventually noted a1
telinit 4
eventually noted 100
all_done() {
	[ "$(wc -l <"$R/run/notes")" -eq 501 ]
}
eventually all_done
