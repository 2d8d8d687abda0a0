#!/bin/sh
# Requests that have piled up are all obeyed, in their order.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:a:once:/sbin/showenv a1
END
eventually in_level 3
eventually test -p "$R/run/initctl"
signal STOP
{
	n=0
	while [ "$n" -lt 150 ]; do
		message 6 0 0 "INIT_N=$n\\0INIT_$((n % 7))=$n\\0"
		n=$((n + 1))
	done
	message 1 a 3
} >"$T/requests"
send <"$T/requests"
signal CONT
eventually test -e "$R/run/env.a1"
env_has a1 INIT_N=149
for n in 143 144 145 146 147 148 149; do
	env_has a1 "INIT_$((n % 7))=$n"
done
