#!/bin/sh
# An id may be longer than the four bytes that utmp can hold.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
database:3:respawn:/bin/sleep 1001
END
eventually running database
