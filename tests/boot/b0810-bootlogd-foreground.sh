#!/bin/sh
# bootlogd -d stays in the foreground, and ends with 0 when it is told to, after it has written all.
# shellcheck source=tests/boot/bootlogd.sh disable=SC2016
. "${0%/*}/bootlogd.sh"
boot_for_log
guest 'bootlogd -d -c -l /run/log -p /run/pid & sleep 1'
guest_eventually '[ "$(cat /run/pid)" = "$!" ]'
guest 'echo "last words" >/dev/console; kill -INT $!; wait $!'
guest 'grep -q ": last words" /run/log'
