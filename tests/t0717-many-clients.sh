#!/bin/sh
# Requests of many clients at the same time all arrive.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:4:once:/sbin/showenv a1
END
eventually in_level 3
eventually test -p "$R/run/initctl"
# shellcheck disable=SC2016
inside sh -c '
	for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
		/sbin/telinit -e INIT_$n=yes & pids="$pids $!"
	done
	for pid in $pids; do wait $pid || exit 1; done'
telinit 4
eventually test -e "$R/run/env.a1"
equal variables "$(grep -c '^INIT_[0-9]*=yes$' "$R/run/env.a1")" 12
