#!/bin/sh
# bootlogd -r keeps the old log as LOG~, unless there is one, and adds to the log without.
# shellcheck source=tests/boot/bootlogd.sh disable=SC2016
. "${0%/*}/bootlogd.sh"
boot_for_log
guest 'echo old >/run/log; bootlogd -r -c -l /run/log -p /run/pid; echo new >/dev/console'
guest_log ': new'
expect old guest 'cat /run/log~'
guest '! grep -q old /run/log'
guest 'kill $(cat /run/pid); sleep 1; bootlogd -r -c -l /run/log -p /run/pid; echo third >/dev/console'
guest_log ': third'
guest 'grep -q ": new" /run/log'
expect old guest 'cat /run/log~'
