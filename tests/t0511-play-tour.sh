#!/bin/sh
# Without a terminal make run plays a tour, in which every step comes true.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
sh "$here/play" "$INIT" </dev/null >"$T/said" 2>&1 || die "$(cat "$T/said")"
grep -q "tour: init has started it again" "$T/said"
