#!/bin/sh
# A directory in the place of init is not executed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_entries
inside sh -c "rm /sbin/init; mkdir /sbin/init"
refuses "re-exec failed"
