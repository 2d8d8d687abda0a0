#!/bin/sh
# halt, for anyone but root, does nothing and says why.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
[ "$(id -u)" -eq 0 ] || skip "needs a second user inside, so root outside"
boot <<END
id:3:initdefault:
l0:0:wait:/sbin/note l0
END
eventually in_level 3
status=0
inside setpriv --reuid 65534 halt -f 2>"$T/said" || status=$?
equal status "$status" 1
grep -q 'must be superuser' "$T/said"
up
