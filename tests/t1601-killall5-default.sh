#!/bin/sh
# Without a signal killall5 sends SIGKILL.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/stubborn 1
END
eventually noted "stubborn 1"
inside killall5
eventually not running a1
