#!/bin/sh
# A sysinit entry has the console as its controlling terminal, and job control works.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/look 755 <<'END'
#!/bin/sh
(: </dev/tty) 2>/dev/null && note "terminal $(tty)"
set -m 2>/run/complaint
[ -s /run/complaint ] || note jobs
END
boot <<END
id:3:initdefault:
si::sysinit:/sbin/look
END
eventually in_level 3
noted "terminal /dev/console"
noted jobs
