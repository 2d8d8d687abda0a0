#!/bin/sh
# Without -c the log is not made: what was said before it is there is kept, and comes into it when it is.
# shellcheck source=tests/boot/bootlogd.sh disable=SC2016
. "${0%/*}/bootlogd.sh"
boot_for_log
guest 'bootlogd -l /run/late/log'
guest 'echo early >/dev/console'
eventually serial_has early
guest 'mkdir /run/late; sleep 1; [ ! -e /run/late/log ]'
guest ': >/run/late/log; echo later >/dev/console'
guest_log ': later' /run/late/log
guest 'grep -q ": early$" /run/late/log'
