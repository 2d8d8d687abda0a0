#!/bin/sh
# Ten thousand dead orphans at once hold up nothing, and all are reaped.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
TABLE
eventually running a1
reaped() {
	[ "$(find "$R/proc" -maxdepth 1 -name '[0-9]*' | wc -l)" -lt 20 ]
}
for letter in a b c; do
	harm orphans 10000 >"$T/said" 2>&1 || skip "$(cat "$T/said")"
	pulse "$letter"
	eventually reaped
done
