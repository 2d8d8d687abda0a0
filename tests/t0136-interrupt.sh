#!/bin/sh
# Ctrl-C on the console ends a boot script, and the boot goes on.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
si::sysinit:/bin/sleep 1001
a1:3:once:/sbin/note a1
END
eventually running si
type_text '\003'
eventually noted a1
