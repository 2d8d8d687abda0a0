#!/bin/sh
# pidof takes -n, and PIDOF_NETFS in the environment, as scripts give them.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
eventually running a1
inside pidof -n sleep
inside env PIDOF_NETFS=yes pidof sleep
