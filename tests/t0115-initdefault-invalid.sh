#!/bin/sh
# An initdefault entry that names no level is reported, and the level asked for.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:a:initdefault:
si::sysinit:/sbin/gate si
a1:3:once:/sbin/note a1
END
eventually noted "gate si"
collect_log
open_gate si
eventually logged "Initdefault level 'A' is invalid"
eventually console_has "Enter runlevel: "
type_text '3\n'
eventually noted a1
