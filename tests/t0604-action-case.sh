#!/bin/sh
# Actions may be written in either case.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
ID:3:InitDefault:
a1:3:ONCE:/sbin/note a1
END
eventually noted a1
