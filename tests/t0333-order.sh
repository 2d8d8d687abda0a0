#!/bin/sh
# Entries start in the order of the file.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a3:3:wait:/sbin/note a3
a1:3:wait:/sbin/note a1
a2:3:wait:/sbin/note a2
END
eventually noted a2
equal order "$(tr '\n' ' ' <"$R/run/notes")" "a3 a1 a2 "
