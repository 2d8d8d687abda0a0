#!/bin/sh
# End of file as the answer to the question for the level means single-user mode.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
~~:S:wait:/sbin/note s
a1:23:once:/sbin/note a1
END
eventually console_has "Enter runlevel: "
type_text '\004'
eventually noted s
eventually in_level S
