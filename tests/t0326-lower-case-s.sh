#!/bin/sh
# A lower-case s among the levels of an entry is S.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot -- S <<END
id:3:initdefault:
a1:s:wait:/sbin/gate a1
END
eventually noted "gate a1"
in_level S
