#!/bin/sh
# A full /dev/log whose reader does not read holds up nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
TABLE
eventually running a1
harm_lasts log /dev/log
# each of these is logged
for letter in a b c; do pulse "$letter"; done
kill "$harm_pid"
