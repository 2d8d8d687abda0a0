#!/bin/sh
# A table of two hundred thousand bad lines holds up nothing for long, nor does it flood the console.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
TABLE
eventually running a1
yes x | head -n 200000 >>"$R/etc/inittab"
signal HUP
pulse a
eventually console_has "problems"
[ "$(console_count "/etc/inittab[")" -lt 200 ] || die "it floods the console"
