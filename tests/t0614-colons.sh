#!/bin/sh
# The command may hold colons.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note a:b::c
END
eventually noted a:b::c
