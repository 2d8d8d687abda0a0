#!/bin/sh
# A user who has locked a pid file that was left behind stops no shutdown.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
command -v cc >/dev/null || skip "no compiler"
[ "$(id -u)" -eq 0 ] || skip "needs a second user inside, so root outside"
cat >"$T/hold.c" <<'SOURCE'
#include <fcntl.h>
#include <unistd.h>
int main(void)
{
	struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET };
	if (fcntl(open("/run/shutdown.pid", O_RDONLY), F_SETLK, &lock) < 0 || write(1, "held\n", 5) != 5)
		return 1;
	pause();
	return 0;
}
SOURCE
cc -o "$T/hold" "$T/hold.c"
put /sbin/hold 755 <"$T/hold"
boot_levels
echo 1 >"$R/run/shutdown.pid"
inside setpriv --reuid 65534 /sbin/hold >"$T/held" &
eventually test -s "$T/held"
start -r +20
another() {
	waiting && [ "$PID" -ne 1 ]
}
eventually another
inside shutdown -c
eventually nothing_left
