#!/bin/sh
# pidof -c finds only processes with the caller's root directory.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
eventually running a1
ours=$(inner_pid "$(pid_of a1)")
mkdir "$R/tmp/jail"
cp "$(command -v busybox)" "$R/tmp/jail/sleep" 2>/dev/null || skip "no busybox"
inside setsid -f chroot /tmp/jail /sleep 1002
two() {
	[ "$(inside pidof sleep | wc -w)" -eq 2 ]
}
eventually two
equal "with -c" "$(inside pidof -c sleep)" "$ours"
