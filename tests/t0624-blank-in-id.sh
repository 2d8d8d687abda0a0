#!/bin/sh
# A blank behind an id belongs to the id.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note one
a1 :3:once:/sbin/note two
END
eventually noted one
eventually noted two
