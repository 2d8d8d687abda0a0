#!/bin/sh
# A request that is written in two parts harms none of those that follow.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
message 1 2 3 | head -c 200 | send
eventually console_has "got bogus initrequest"
message 1 2 3 | tail -c 184 | send
in_level 3
again() {
	message 1 4 3 | send
	in_level 4
}
eventually again
