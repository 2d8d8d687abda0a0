#!/bin/sh
# The checker of scripts has nothing to say, nor has the one of manual pages.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
command -v shellcheck >/dev/null || skip "no shellcheck"
command -v mandoc >/dev/null || skip "no mandoc"
"$here/lint" scripts manual >"$T/lint" || die "$(cat "$T/lint")"
equal "the verdict" "$(tail -n 1 "$T/lint")" "2 passed, 0 failed"
