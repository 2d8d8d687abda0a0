#!/bin/sh
# A new init of which a part is missing is not executed: the kernel would not survive it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_entries
cp "$INIT" "$T/new"
truncate -s 20000 "$T/new"
put /sbin/init 755 <"$T/new"
refuses "cannot be run"
