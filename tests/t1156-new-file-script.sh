#!/bin/sh
# A new init that is a shell script is not executed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_entries
cp "$INIT" "$T/new"
printf "#!/bin/sh\necho \"rung 9, state version 1\"\necho rung-state ok\n" >"$T/new"
put /sbin/init 755 <"$T/new"
refuses "cannot be run"
