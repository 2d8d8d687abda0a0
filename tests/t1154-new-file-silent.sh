#!/bin/sh
# A new init that does not answer has five seconds, in which everything goes on; then it is killed and the old one stays.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot_entries
printf '#include <unistd.h>\nint main(void) { for (;;) pause(); }' | ${CC:-cc} -x c -o "$T/new" -
put /sbin/init 755 <"$T/new"
uptime_ms && began=$now
telinit u
silent() {
	runs "/sbin/init --version"
}
eventually silent
works_as_before
telinit u	# once more: it is being asked
works_as_before
uptime_ms
[ $((now - began)) -lt 4500 ] || skip "too slow a machine"
not console_has "re-exec failed"
silent || die "it was given up too early"
eventually console_has "does not answer"
uptime_ms
[ $((now - began)) -ge 4900 ] || die "given up after $((now - began)) ms"
eventually not silent
equal messages "$(console_count "re-exec failed")" 1
equal execs "$(console_count reloading)" 0
refuses "does not answer"
