#!/bin/sh
# An off entry never runs.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:off:/sbin/note a1
a2:3:wait:/sbin/note a2
END
eventually noted a2
never_within 200 noted a1
