#!/bin/sh
# A command with special characters is interpreted by a shell.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note "a  b" \$RUNLEVEL 'c'
END
eventually noted "a  b 3 c"
