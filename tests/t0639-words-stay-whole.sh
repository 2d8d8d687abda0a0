#!/bin/sh
# What looks like an option or a level to a program reaches it as it is.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note -t 5 --x=y %3a \\\\ 100%
END
eventually noted "-t 5 --x=y %3a \\ 100%"
