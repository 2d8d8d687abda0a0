#!/bin/sh
# SIGINT starts the ctrlaltdel entries, each time anew.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
ca::ctrlaltdel:/sbin/note ca
cb:2:ctrlaltdel:/sbin/note cb
END
eventually in_level 3
signal INT
eventually noted ca
not noted cb
again() {
	signal INT
	[ "$(note_count ca)" -ge 2 ]
}
eventually again
