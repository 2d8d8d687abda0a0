#!/bin/sh
# A full /run, from the first entry on, holds up nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<TABLE
id:3:initdefault:
si::sysinit:/sbin/harm fill /run/junk
$(pulse_lines)
a2:2:respawn:/bin/sleep 1005
TABLE
eventually running a1
[ -s "$R/run/junk" ] || die "nothing fills /run"
pulse a
telinit 2
eventually running a2
pulse b
telinit u
eventually console_has reloading
pulse c
