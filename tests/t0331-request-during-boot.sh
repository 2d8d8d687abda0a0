#!/bin/sh
# A request for a level while the boot is going on is obeyed when the boot is done.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
si::sysinit:/sbin/gate si
bw::bootwait:/sbin/note bw
a2:2:once:/sbin/note a2
a3:3:once:/sbin/note a3
END
eventually noted "gate si"
telinit 2
never_within 200 noted a2
open_gate si
eventually noted a2
noted bw
not noted a3
