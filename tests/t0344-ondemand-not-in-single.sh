#!/bin/sh
# In level S a request for a class is ignored.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot -- S <<END
id:3:initdefault:
a1:a:ondemand:/sbin/note a1
~~:S:wait:/sbin/gate s
a2:3:once:/sbin/note a2
END
eventually noted "gate s"
telinit a
never_within 200 noted a1
open_gate s
eventually noted a2
not noted a1
