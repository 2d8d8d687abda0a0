#!/bin/sh
# Once and wait entries run again when their level is entered again.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note a1
a2:3:wait:/sbin/note a2
END
eventually noted a2
telinit 2
eventually in_level 2
telinit 3
twice() {
	[ "$(note_count a1)" -eq 2 ] && [ "$(note_count a2)" -eq 2 ]
}
eventually twice
