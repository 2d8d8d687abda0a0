#!/bin/sh
# A request with the wrong magic number is reported and dropped, the next one obeyed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
{
	printf x
	message 1 2 3 | tail -c 383
} | send
eventually console_has "got bogus initrequest"
in_level 3
message 1 4 3 | send
eventually in_level 4
