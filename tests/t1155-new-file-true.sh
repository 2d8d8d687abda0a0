#!/bin/sh
# A new init that does nothing with success is not executed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_entries
cp "$INIT" "$T/new"
cp /bin/true "$T/new"
put /sbin/init 755 <"$T/new"
refuses "is no init"
