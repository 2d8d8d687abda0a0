#!/bin/sh
# A request behind garbage of any length is found and obeyed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
level=4
for length in 1 7 383 384 385 1000; do
	{
		head -c "$length" /dev/zero | tr '\0' i
		message 1 "$level" 0
	} | send
	eventually in_level "$level"
	level=$((9 - level))
done
