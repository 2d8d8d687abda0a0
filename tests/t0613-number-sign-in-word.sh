#!/bin/sh
# A # in the middle of a word belongs to the word.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note http://x/#y z
END
eventually noted "http://x/#y z"
