#!/bin/sh
# SIGWINCH starts the kbrequest entries.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
kb:3:kbrequest:/sbin/note kb
k2:2:kbrequest:/sbin/note k2
END
eventually in_level 3
not noted kb
signal WINCH
eventually noted kb
never_within 200 noted k2
