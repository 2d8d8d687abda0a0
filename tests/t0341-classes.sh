#!/bin/sh
# The classes b and c are asked for in either case.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
b1:b:ondemand:/bin/sleep 1001
c1:C:ondemand:/bin/sleep 1002
END
eventually in_level 3
telinit B
eventually running b1
not running c1
telinit c
eventually running c1
