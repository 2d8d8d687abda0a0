#!/bin/sh
# An on-demand process is stopped when its line is removed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:a:ondemand:/bin/sleep 1001
END
eventually in_level 3
telinit a
eventually running a1
old=$(pid_of a1)
sed -i /^a1:/d "$R/etc/inittab"
telinit q
eventually not alive "$old"
