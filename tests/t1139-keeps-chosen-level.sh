#!/bin/sh
# A level that was asked for during the boot is entered after it, though init was executed in between.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
bw::bootwait:/sbin/gate bw
a3:3:once:/sbin/note a3
a4:4:once:/sbin/note a4
END
eventually noted "gate bw"
telinit 4
eventually console_has "will be entered when the boot is done"
survive upgrade
survive crash
open_gate bw
eventually noted a4
in_level 4
not noted a3
equal "starts of bw" "$(note_count "gate bw")" 1
