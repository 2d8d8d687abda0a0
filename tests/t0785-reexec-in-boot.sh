#!/bin/sh
# telinit u during the boot goes on with the boot.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
si::sysinit:/sbin/gate si
s2::sysinit:/sbin/note s2
bw::bootwait:/sbin/note bw
a1:3:once:/sbin/note a1
END
eventually noted "gate si"
eventually test -p "$R/run/initctl"
telinit u
eventually console_has reloading
never_within 200 noted s2
open_gate si
eventually noted a1
equal "starts of si" "$(note_count "gate si")" 1
equal notes "$(grep -v gate "$R/run/notes" | tr '\n' ' ')" "passed si s2 bw a1 "
