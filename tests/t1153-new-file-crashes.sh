#!/bin/sh
# A new init that crashes is not executed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_entries
cp "$INIT" "$T/new"
printf "int main(void) { __builtin_trap(); }" | ${CC:-cc} -x c -o "$T/new" -
put /sbin/init 755 <"$T/new"
refuses "cannot be run"
