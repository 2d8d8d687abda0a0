#!/bin/sh
# The words of a command are separated by any number of blanks and tabs.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
printf 'id:3:initdefault:\na1:3:once: \t/sbin/note \t a  b\t\tc \n' >"$T/table"
boot <"$T/table"
eventually noted "a b c"
