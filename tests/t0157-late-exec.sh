#!/bin/sh
# What a process has used of init's memory is given back when its exec took long, too, with nothing else going on.
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
trace_init -e trace=execve -e inject=execve:delay_enter=1000000
telinit 4
eventually running a1
eventually given_back
