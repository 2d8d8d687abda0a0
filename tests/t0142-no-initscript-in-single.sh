#!/bin/sh
# In level S /etc/initscript is not used.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /etc/initscript <<'END'
note "script $1"
eval exec "$4"
END
boot -- S <<END
id:3:initdefault:
~~:S:wait:/sbin/gate s
END
eventually noted "gate s"
not noted "script ~~"
