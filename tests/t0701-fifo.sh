#!/bin/sh
# The FIFO /run/initctl is there with mode 0600 and open as descriptor 10 of init.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note a1
END
eventually noted a1
eventually test -p "$R/run/initctl"
equal "mode and owner" "$(inside stat -c '%F %a %u %g' /run/initctl)" "fifo 600 0 0"
of_init() {
	stat -L -c %i "/proc/$INIT_PID/fd/10" 2>/dev/null
}
eventually of_init >/dev/null
equal "inode of descriptor 10" "$(of_init)" "$(stat -c %i "$R/run/initctl")"
