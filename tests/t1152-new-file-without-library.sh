#!/bin/sh
# A new init whose loader or library is missing is not executed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_entries
cp "$INIT" "$T/new"
printf "int no_such_function(void) { return 0; }" | ${CC:-cc} -shared -x c -o "$T/libgone.so" -
printf "int no_such_function(void); int main(void) { return no_such_function(); }" |
	${CC:-cc} -x c -o "$T/new" - -L"$T" -lgone
put /sbin/init 755 <"$T/new"
refuses "cannot be run"
