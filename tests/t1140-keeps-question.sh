#!/bin/sh
# The question for the level stays on the console while init is executed, is asked once, and is answered.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
a1:3:once:/sbin/note a1
END
eventually console_has "Enter runlevel"
survive upgrade
survive crash
survive crash
never_within 200 noted a1
equal "questions" "$(console_count 'Enter runlevel')" 1
type_text '3\n'
eventually noted a1
in_level 3
