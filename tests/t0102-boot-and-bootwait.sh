#!/bin/sh
# Bootwait entries are waited for before the first level, boot entries are not.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
si::sysinit:/sbin/note si
bt::boot:/sbin/gate bt
bw::bootwait:/sbin/gate bw
a1:3:once:/sbin/note a1
END
eventually noted "gate bw"
noted si
eventually noted "gate bt"
never_within 200 noted a1
open_gate bw
eventually noted a1
not noted "passed bt"
