#!/bin/sh
# Requests that lie in the FIFO while init is executed are done by the one that follows, in their order.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
a1:a:once:/sbin/showenv a1
a2:4:once:/sbin/note a2
END
eventually in_level 3
{
	message 1 U 3
	message 6 0 0 'INIT_X=1\0'
	message 1 a 3
	message 1 4 3
} >"$T/requests"
signal STOP
send <"$T/requests"
signal SEGV
signal CONT
eventually console_has "init crashed"
eventually noted a2
in_level 4
test -p "$R/run/initctl"
message 6 0 0 'INIT_Y=2\0' | send
telinit 3
eventually in_level 3
telinit a
eventually env_has a1 INIT_Y=2
env_has a1 INIT_X=1
