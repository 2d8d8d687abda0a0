#!/bin/sh
# After @ no shell interprets the command.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:@/sbin/note \$RUNLEVEL "x
a2:3:once:+@/sbin/note >a2
END
eventually noted "\$RUNLEVEL \"x"
eventually noted '>a2'
