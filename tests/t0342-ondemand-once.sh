#!/bin/sh
# A once entry of a class runs once for each request.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:a:once:/sbin/note a1
a2:3:once:/sbin/note a2
END
eventually noted a2
counted() {
	[ "$(note_count a1)" -eq "$1" ]
}
telinit a
eventually counted 1
telinit a
eventually counted 2
equal "count of a2" "$(note_count a2)" 1
