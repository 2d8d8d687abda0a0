#!/bin/sh
# Nothing behind a wait entry is started before it ends.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:wait:/sbin/gate a1
a2:3:once:/sbin/note a2
a3:3:wait:/sbin/note a3
END
eventually noted "gate a1"
never_within 200 noted a2
not noted a3
open_gate a1
eventually noted a2
eventually noted a3
