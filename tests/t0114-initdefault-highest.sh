#!/bin/sh
# An initdefault entry with several levels means the highest one.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:253:initdefault:
a1::once:/sbin/note a1
END
eventually noted a1
in_level 5
