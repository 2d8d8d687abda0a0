#!/bin/sh
# A request for single-user mode is obeyed at once, also while the boot is going on.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
si::sysinit:/bin/sleep 1001
~~:S:wait:/sbin/gate s
END
eventually running si
old=$(pid_of si)
telinit -t 1 S
eventually noted "gate s"
eventually not alive "$old"
