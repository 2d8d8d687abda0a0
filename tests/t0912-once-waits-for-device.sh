#!/bin/sh
# A once entry whose device is missing starts when that appears.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:once,tty=ttyZZ:/bin/sleep 1001
END
eventually console_has 'waiting for it'
never_within 300 running a1
inside ln -s console /dev/ttyZZ
eventually running a1
