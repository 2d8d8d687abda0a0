#!/bin/sh
# A script of level 0 that hangs is ended by the limit of its entry, and then the system ends.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
l0:0:wait,limit=1,grace=1:/sbin/stubborn l0
END
eventually in_level 3
telinit_last 0
ended_by halt
noted "stubborn l0"
