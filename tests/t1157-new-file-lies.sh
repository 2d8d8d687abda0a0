#!/bin/sh
# A new init that says the right words once, but does not take the state, is not executed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_entries
cp "$INIT" "$T/new"
printf "#include <stdio.h>\nint main(int n, char **v) { return n == 2 ? puts(\"rung 9, state version 1\") < 0 : n == 3 && v != 0; }" |
	${CC:-cc} -x c -o "$T/new" -
put /sbin/init 755 <"$T/new"
refuses "cannot take over this state"
