#!/bin/sh
# Where there is no shutdown program the power-off signal means level 0.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
l0:0:once:/sbin/note l0
END
eventually in_level 3
inside rm -f /sbin/shutdown
signal 38
eventually noted l0
in_level 0
