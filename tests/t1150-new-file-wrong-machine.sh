#!/bin/sh
# A new init that was built for another machine is not executed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_entries
cp "$INIT" "$T/new"
printf "\363\000" | dd of="$T/new" bs=1 seek=18 conv=notrunc status=none
[ "$(uname -m)" != riscv64 ] || skip "that is this machine"
put /sbin/init 755 <"$T/new"
refuses "cannot be run"
