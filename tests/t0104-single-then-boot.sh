#!/bin/sh
# A boot to single-user mode runs the boot entries when that mode ends.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot -- single <<END
id:3:initdefault:
~~:S:wait:/sbin/gate s
bw::bootwait:/sbin/note bw
a1:3:once:/sbin/note a1
END
eventually noted "gate s"
never_within 200 noted bw
open_gate s
eventually noted a1
noted bw
eventually in_level 3
