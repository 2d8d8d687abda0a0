#!/bin/sh
# A second bootlogd says that the console is redirected already, and ends with 1; the first goes on.
# shellcheck source=tests/boot/bootlogd.sh disable=SC2016
. "${0%/*}/bootlogd.sh"
boot_for_log
guest 'bootlogd -c -l /run/log'
guest 'bootlogd -c -l /run/log2 2>/run/said; [ $? -eq 1 ]'
guest 'echo still >/dev/console'
guest_log ': still'
guest '[ -s /run/said ]'
