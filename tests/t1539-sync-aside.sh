#!/bin/sh
# Init is told before the disks are synced, so that one that is slow to write does not hold up the end of services.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
# a minute before the disks begin to write, were they waited for
inside strace -f -qq -o /run/trace -e trace=sync,write -e inject=sync:delay_enter=60000000 \
	shutdown -h now </dev/null >"$T/said" 2>&1 &
eventually in_level 0
synced() {
	grep -q 'sync(' "$R/run/trace"
}
eventually synced
