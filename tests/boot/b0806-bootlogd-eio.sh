#!/bin/sh
# When its pseudo terminal is taken away bootlogd ends with 1, and does not spin; the console goes on.
# shellcheck source=tests/boot/bootlogd.sh disable=SC2016
. "${0%/*}/bootlogd.sh"
command -v musl-gcc >/dev/null && cc=musl-gcc || cc=cc
command -v "$cc" >/dev/null || skip "no C compiler"
"$cc" -static -o "$root/sbin/hang-up" -x c - <<'END'
#define _DEFAULT_SOURCE
#include <unistd.h>

int
main(void)
{
	return vhangup() < 0;
}
END
boot_for_log
guest '(bootlogd -d -c -l /run/log; echo $? >/run/status) & sleep 1'
guest 'echo before >/dev/console'
guest_log ': before'
guest 'setsid -c hang-up </dev/pts/0 || :'
guest 'echo beyond >/dev/console'
eventually serial_has beyond
guest_eventually '[ -s /run/status ]'
expect 1 guest 'cat /run/status'
