#!/bin/sh
# A new init that talks without end is not executed, and costs no memory.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_entries
cp "$INIT" "$T/new"
printf "#include <stdio.h>\nint main(void) { for (;;) puts(\"SysV init\"); }" | ${CC:-cc} -x c -o "$T/new" -
put /sbin/init 755 <"$T/new"
refuses "re-exec failed"
