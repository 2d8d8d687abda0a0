#!/bin/sh
# Without an initdefault entry init asks on the console for the level.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
a1:23:once:/sbin/note a1
END
eventually console_has "Enter runlevel: "
never_within 200 noted a1
type_text '3\n'
eventually noted a1
eventually in_level 3
