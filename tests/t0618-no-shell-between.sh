#!/bin/sh
# No shell stays between init and a simple command with a redirection.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001 >/dev/null 2>&1
END
eventually running a1
pid=$(pid_of a1)
equal command "$(tr '\0' ' ' <"/proc/$pid/cmdline")" "/bin/sleep 1001 "
equal parent "$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$pid/status")" "$INIT_PID"
