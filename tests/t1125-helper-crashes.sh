#!/bin/sh
# A helper of init that crashes does not execute init: it dies, and init goes on without it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
a1:3S:respawn:/bin/sleep 1001
END
eventually console_has "Enter runlevel"
# the one that asks for the level is a copy of init
asker() {
	children "$INIT_PID"
	for kid in $_kids; do
		[ "$(cat "/proc/$kid/comm")" != init ] || echo "$kid"
	done
}
old=$(asker)
[ -n "$old" ] || die "nobody asks"
kill -s SEGV "$old"
eventually not alive "$old"
eventually running a1
in_level S
equal "execs of init" "$(console_count reloading)" 0
equal "crashes" "$(console_count 'init crashed')" 0
