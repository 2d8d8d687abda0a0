#!/bin/sh
# A process that has to wait for the console before its exec does not wait long: it is started anew, without.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/traced.sh
. "${0%/*}/traced.sh"
rung_only
has_quick_start
boot <<END
id:3:initdefault:
a1:4:respawn:+/bin/sleep 1001
END
eventually in_level 3
trace_init -P /dev/console -e trace=openat -e inject=openat:delay_enter=1000000:when=1
telinit 4
eventually running a1
eventually traced "+++ killed by SIGKILL +++"
eventually running a1
