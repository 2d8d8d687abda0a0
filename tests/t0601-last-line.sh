#!/bin/sh
# The last line counts even if it lacks its newline.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
printf 'id:3:initdefault:\na1:3:once:/sbin/note a1' >"$T/table"
boot <"$T/table"
eventually noted a1
