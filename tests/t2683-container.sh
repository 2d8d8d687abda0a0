#!/bin/sh
# In a container, whose process 1 begins long after the kernel, the boot begins with process 1.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
initctl=$(tool_path initctl)
cat >"$T/journal" <<'END'
0 boot one 1795646400 box 6.1.0
9000000000 enter #
9000001000 entry si sysinit 10 true
9000501000 died si 10 0
9000501100 settled #
9000501200 enter 2
9001000000 settled 2
END
"$initctl" blame "$T/journal" | head -n 1 >"$T/out"
equal blame "$(cat "$T/out")" "Boot of box: 1.000 s; 0 scripts, 0 failed"
"$initctl" chain "$T/journal" >"$T/out"
grep -q '^    0.001 s    0.500 s  si (sysinit: true)$' "$T/out" || die "$(cat "$T/out")"
! grep -q kernel "$T/out" || die "a kernel"
"$initctl" plot "$T/journal" >"$T/out"
! grep -q 'class="kernel"' "$T/out" || die "a kernel"
"$initctl" plot --json "$T/journal" | grep -q '"container":true,.*"kernel":null,"total":1000000' || die "json"
# scripts alone, on a machine: what was before them counts
sed -n 's/^900/  /; s/^ *//; /enter\|entry\|died\|settled/d; p' "$T/journal" >"$T/other"
printf '%s\n' '2000000 level S N' '2000100 start a start 9 - S01a' '3000000 end a start 9 0 1 1 1 -' '3000000 done S' \
	'3100000 level 2 N' '3500000 done 2' '7000000 level 3 2' '8000000 done 3' >>"$T/other"
equal "scripts alone" "$("$initctl" blame "$T/other" | head -n 1)" "Boot of box: 3.500 s; 1 script, 0 failed"
"$initctl" chain "$T/other" >"$T/out"
grep -q '^    2.000 s .* level S' "$T/out" || die "level S: $(cat "$T/out")"
grep -q '^    3.100 s .* level 2, .*after level S' "$T/out" || die "level 2: $(cat "$T/out")"
! grep -q 'level 3' "$T/out" || die "level 3 is no part of the boot"
