#!/bin/sh
# The list of -a can be longer than 32 users, and its last line needs no end.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
inside mknod /dev/tty63 c 4 63 2>/dev/null || skip "no device nodes here"
inside ln /dev/tty63 /dev/other
{ seq -f user%g 100; printf zoe; } | put /etc/shutdown.allow
log_in zoe tty63
inside shutdown -r -a now </dev/null
eventually in_level 6
