#!/bin/sh
# An event that finds an entry outside its levels is over when that level is entered.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
ca:2:ctrlaltdel:/sbin/note ca
a1:3:ctrlaltdel:/sbin/note a1
a2:2:once:/sbin/note a2
END
eventually in_level 3
signal INT
eventually noted a1
telinit 2
eventually noted a2
never_within 200 noted ca
