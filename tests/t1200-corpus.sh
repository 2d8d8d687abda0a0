#!/bin/sh
# Everything that the fuzzers found interesting, or broken once, is harmless.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
"$tree/tests/fuzz/run" replay >"$T/replay" 2>"$T/errors" || die "$(grep -v '^ok' "$T/replay")"
count=$(grep -c '^ok' "$T/replay")
grep -qx "1\.\.$count" "$T/replay" || die "not all of them were run"
# each target has something to chew on
! grep ': 0 inputs' "$T/replay" || die "no corpus"
