#!/bin/sh
# A script that says that its program is not installed, or not configured, has not failed; one that took too long has.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
initctl=$(tool_path initctl)
cat >"$T/journal" <<'END'
100000 level 2 N
100100 start a start 20 - S01a
100200 start b start 21 - S01b
100300 start c start 22 - S01c
200000 end a start 20 5 1 1 1 -
300000 end b start 21 6 1 1 1 -
390000 skip c start timeout
400000 end c start 22 137 1 1 1 -
500000 done 2
END
"$initctl" blame "$T/journal" >"$T/out"
grep -q '; 3 scripts, 1 failed$' "$T/out" || die "$(head -n 1 "$T/out")"
grep -q 'a (level 2), not installed$' "$T/out" || die "a"
grep -q 'b (level 2), not configured$' "$T/out" || die "b"
grep -q 'c (level 2), timeout$' "$T/out" || die "c"
"$initctl" plot "$T/journal" >"$T/out"
[ "$(grep -c 'class="bar bad' "$T/out")" -eq 1 ] || die "red is what failed"
