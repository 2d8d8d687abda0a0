#!/bin/sh
# telinit q shows the errors of the table to who called it, and init uses the rest of it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
END
eventually in_level 3
cat >>"$R/etc/inittab" <<END
a1:3:onec:/sbin/note a1
a2:3:once:/sbin/note a2
a3:3:off:/no/such/program
END
telinit q 2>"$T/err" >"$T/out"
eventually noted a2
grep -q '^/etc/inittab:2:6: error: unknown action "onec"; did you mean "once"?$' "$T/err"
equal "standard output" "$(cat "$T/out")" ""
eventually console_has '/etc/inittab[2]: onec: unknown action field'
