#!/bin/sh
# A + behind the @ belongs to the command.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:@+/sbin/note a1
END
eventually console_has 'cannot execute "+/sbin/note"'
