#!/bin/sh
# halt -w writes the shutdown record to wtmp and does nothing else.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
inside halt -w
inside utmpdump /var/log/wtmp 2>/dev/null >"$T/wtmp"
grep -q '^\[1\] \[00000\] \[~~  \] \[shutdown\] \[~~ ' "$T/wtmp" || die "$(cat "$T/wtmp")"
up
