#!/bin/sh
# A wait entry with a missing tty= device is not waited for in vain: it runs on the console.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:wait,tty=ttyZ9:/sbin/note a1
a2:3:once:/sbin/note a2
END
eventually noted a1
eventually noted a2
eventually console_has "/dev/ttyZ9"
