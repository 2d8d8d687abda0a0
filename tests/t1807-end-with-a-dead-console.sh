#!/bin/sh
# A console that takes nothing does not keep the system from its end.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/bin/sh -c "setsid stubborn d1 & exit"
a2:3:respawn:/bin/sleep 1001
END
eventually noted "stubborn d1"
eventually running a2
kill -STOP "$TERMINAL"
trap 'status=$?; kill -CONT "$TERMINAL"; set +e; (exit "$status"); at_exit' EXIT
harm console
telinit_last 0
ended_by halt
