#!/bin/sh
# killall5 signals nobody, says why and ends with 1 where /proc shows another pid namespace.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
eventually running a1
status=0
inside unshare --pid --fork killall5 -15 2>"$T/said" || status=$?
equal status "$status" 1
equal message "$(cat "$T/said")" 'killall5: /proc: it shows another pid namespace; nothing signalled'
running a1
