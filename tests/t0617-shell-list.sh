#!/bin/sh
# A list of commands runs whole.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note a1 && /sbin/note more; /sbin/note last
END
eventually noted last
noted more
noted a1
