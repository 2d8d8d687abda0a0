#!/bin/sh
# The pure parts do what their tables of input and expectation say.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
make -s -C "$tree" unit >"$T/unit" 2>&1 || die "$(grep -v '^ok' "$T/unit")"
count=$(grep -c '^ok' "$T/unit")
grep -qx "1\.\.$count" "$T/unit" || die "not all of them were run"
