#!/bin/sh
# A request that is shorter than 384 bytes is reported and dropped whole.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
message 1 2 3 | head -c 383 | send
eventually console_has "got bogus initrequest"
in_level 3
message 1 4 3 | send
eventually in_level 4
