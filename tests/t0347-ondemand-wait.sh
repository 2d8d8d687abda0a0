#!/bin/sh
# A wait entry of a class is waited for when the class is asked for.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:a:wait:/sbin/gate a1
a2:a:once:/sbin/note a2
END
eventually in_level 3
telinit a
eventually noted "gate a1"
never_within 200 noted a2
open_gate a1
eventually noted a2
