#!/bin/sh
# A stopped process obeys the SIGTERM of killall5, as killall5 continues it.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
eventually running a1
kill -STOP "$(pid_of a1)"
inside killall5 -15
eventually not running a1
