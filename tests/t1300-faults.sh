#!/bin/sh
# A system call of process 1 that fails, whichever it is, costs neither process 1 nor a child nor a request.
# limit: 180 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
! grep -q __asan_init "$INIT" || skip "a sanitizer makes calls of its own"
command -v "${CC:-cc}" >/dev/null || skip "no compiler"
# A fixed sample: each call with its likeliest errno, the 1st, 2nd, 4th, 8th ... time; make fault runs all.
INIT=$INIT "$here/fault/run" sample >"$T/said" 2>&1 || {
	grep -v ': good$' "$T/said" | tail -n 60 | show "the runs"
	die "a fault does harm"
}
faults=$(sed -n 's/^\([0-9]*\) faults, .*/\1/p' "$T/said")
[ "${faults:-0}" -ge 80 ] || die "only ${faults:-0} faults were hit"
grep '^[0-9]* faults, ' "$T/said" | sed 's/^/# /'
