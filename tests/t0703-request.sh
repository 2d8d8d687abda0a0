#!/bin/sh
# The 384 bytes of a request change the level, whatever lies behind the fields.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
{
	# magic, command 1, level 5, 3 seconds: as the wire has them
	if [ "$(printf '\001\000' | od -An -tu2)" -eq 1 ]; then
		printf '\151\031\011\003\001\0\0\0\065\0\0\0\003\0\0\0'
	else
		printf '\003\011\031\151\0\0\0\001\0\0\0\065\0\0\0\003'
	fi
	head -c 368 /dev/zero | tr '\0' '\377'
} | send
eventually in_level 5
