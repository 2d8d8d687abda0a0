#!/bin/sh
# An ondemand entry that dies at once is held, too.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:a:ondemand:/sbin/note a1
END
eventually in_level 3
telinit a
eventually console_has 'INIT: Id "a1" respawning too fast: disabled for 5 minutes'
equal starts "$(note_count a1)" 10
