#!/bin/sh
# init --check without a file looks at inittab.d, too, and at ids across the files.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:once:/bin/true
END
printf '# comment\na2:3:onec:/bin/true\n' | put /etc/inittab.d/b.tab
printf 'a1:3:once:/bin/true' | put /etc/inittab.d/a.tab
printf 'rubbish\n' | put /etc/inittab.d/a.tab~
status=0
inside init --check >"$T/said" 2>&1 || status=$?
equal "exit status" "$status" 2
equal problems "$(grep : "$T/said" | grep error)" \
'/etc/inittab.d/a.tab:1:1: error: duplicate ID field "a1"
/etc/inittab.d/b.tab:2:6: error: unknown action "onec"; did you mean "once"?'
