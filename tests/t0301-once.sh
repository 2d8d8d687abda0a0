#!/bin/sh
# A once entry is started once and not again when it ends.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note a1
a2:3:respawn:/bin/sleep 1002
END
eventually noted a1
eventually running a2
never_within 300 not noted_times 1 a1
