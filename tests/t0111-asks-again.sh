#!/bin/sh
# The question for the level is asked again after an answer that is no level.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
a1:2:once:/sbin/note a1
END
eventually console_has "Enter runlevel: "
type_text 'x\n'
asked_twice() {
	[ "$(console_count "Enter runlevel: ")" -ge 2 ]
}
eventually asked_twice
type_text '2\n'
eventually noted a1
