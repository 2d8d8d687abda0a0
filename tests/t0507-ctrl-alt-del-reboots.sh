#!/bin/sh
# The entry for Ctrl-Alt-Del can reboot the system.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
ca:12345:ctrlaltdel:/sbin/telinit 6
l6:6:wait:/sbin/reboot -f
END
eventually in_level 3
signal INT
ended_by reboot
