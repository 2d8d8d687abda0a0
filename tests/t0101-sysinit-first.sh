#!/bin/sh
# Sysinit entries run one after another, before anything else.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note a1
s1::sysinit:/sbin/gate s1
s2::sysinit:/sbin/gate s2
END
eventually noted "gate s1"
never_within 200 noted "gate s2"
open_gate s1
eventually noted "gate s2"
never_within 200 noted a1
open_gate s2
eventually noted a1
