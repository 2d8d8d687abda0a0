#!/bin/sh
# A crash leaves a core file where the core limit allows one, and none elsewhere.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
read -r pattern </proc/sys/kernel/core_pattern
case $pattern in
[!/\|]*) ;;
*) skip "core files go elsewhere: $pattern" ;;
esac
command -v prlimit >/dev/null || skip "no prlimit"
cores() {
	find "$R/" -maxdepth 1 -type f -name 'core*' | wc -l
}
has_core() {
	[ "$(cores)" -gt 0 ]
}
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
signal SEGV
eventually console_has "crash 1 since the boot"
never_within 300 has_core
prlimit --pid "$INIT_PID" --core=unlimited 2>/dev/null || skip "may not raise the core limit"
signal SEGV
eventually has_core
eventually console_has "crash 2 since the boot"
equal "the process of a1" "$(pid_of a1)" "$old"
[ "$(head -c 4 "$(find "$R/" -maxdepth 1 -name 'core*')" | tail -c 3)" = ELF ] || die "that is no core file"
