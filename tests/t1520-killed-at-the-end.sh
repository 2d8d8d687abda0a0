#!/bin/sh
# Killed at any of its system calls, a shutdown has either not happened at all or happens as a whole.
# limit: 600 s
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
happened=0
# run OPTION of strace...: with what happens to a shutdown that goes down; by the marker it is known whether it did
run() {
	rm -f "$R/run/env.l0"
	status=0
	inside strace -qq -o /run/trace "$@" shutdown -F -h -P now </dev/null >"$T/said" 2>&1 || status=$?
	eventually not runs down-keeper
	[ ! -e "$R/run/shutdown.pid" ] || die "the pid file is left, $*"
	if [ ! -e "$R/forcefsck" ]; then
		in_level 3 || die "no marker, $*"
		return
	fi
	happened=$((happened + 1))
	eventually test -e "$R/run/env.l0"
	env_has l0 INIT_HALT=POWEROFF || die "no INIT_HALT, $*"
	rm "$R/forcefsck"
	telinit -e INIT_HALT
	telinit 3
	eventually in_level 3
} 2>/dev/null
run
equal "status when nobody kills it" "$status" 0
equal "how often it has happened then" "$happened" 1
calls=$(sed -n 's/(.*//p' "$R/run/trace" | grep -v '^exec' | sort -u)
kills=0
for call in $calls; do
	n=0 status=1
	while [ "$status" -ne 0 ]; do
		n=$((n + 1))
		run -e "inject=$call:signal=KILL:when=$n"
	done
	kills=$((kills + n - 1))
done
echo "# killed at $kills calls; with $happened runs it happened"
[ "$kills" -ge 40 ]
