#!/bin/sh
# Killed at any of its system calls, a shutdown that waits or is cancelled leaves nothing behind.
# limit: 300 s
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
# run OPTION of strace...: with what happens to a shutdown that waits; nothing may be left of it
run() {
	inside strace -qq -o /run/trace "$@" shutdown -f -F -r +3 </dev/null >"$T/said" 2>&1 &
	STARTED=$!
	until [ -e "$R/run/nologin" ] || ! alive "$STARTED"; do sleep 0.01; done
	[ ! -e "$R/run/nologin" ] || inside shutdown -c >"$T/errors" 2>&1 || :
	status=0
	wait "$STARTED" || status=$?
	eventually nothing_left
} 2>/dev/null
run
equal "status when nobody kills it" "$status" 0
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
echo "# killed at $kills calls"
[ "$kills" -ge 40 ]
in_level 3
