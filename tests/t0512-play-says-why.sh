#!/bin/sh
# When a step of the tour does not come true, make run fails and says which.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
# a telinit that does nothing
cp "$(dirname "$INIT")"/halt "$(dirname "$INIT")"/runlevel "$INIT" "$T"
printf '#!/bin/sh\nexit 0\n' >"$T/telinit"
chmod +x "$T/telinit"
status=0
sh "$here/play" "$T/init" </dev/null >"$T/said" 2>&1 || status=$?
equal status "$status" 1
grep -q "tour: failed: level 3 is entered" "$T/said"
grep -q "play: a step of the tour did not happen" "$T/said"
