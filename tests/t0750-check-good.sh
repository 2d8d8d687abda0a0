#!/bin/sh
# init --check says nothing about a good table and has status 0, for anyone.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
# a comment

id:3:initdefault:
si::sysinit:/bin/sh -c 'note si; true'
a1:3:respawn,grace=10:/bin/sleep 1001
~~:S:wait:/bin/sh
~~:S:wait:/bin/sh
ca::ctrlaltdel:/sbin/note ca
of:3:off:/nonexistent
END
put /etc/inittab.d/x.tab <<END
b1:3:once:+@/sbin/note b1
END
equal output "$(inside init --check 2>&1)" ""
equal "output of telinit" "$(inside telinit --check 2>&1)" ""
inside setpriv --reuid 65534 --clear-groups true 2>/dev/null || exit 0
inside setpriv --reuid 65534 --clear-groups init --check
