#!/bin/sh
# Of more than 32 KiB from before the log is there, the last 32 KiB come into it.
# shellcheck source=tests/boot/bootlogd.sh disable=SC2016
. "${0%/*}/bootlogd.sh"
boot_for_log
guest 'bootlogd -l /run/log'
guest 'i=1000; while [ $i -lt 2200 ]; do echo line $i >/dev/console; i=$((i + 1)); done'
guest ': >/run/log; echo end >/dev/console'
guest_log ': end'
guest 'grep -q "line 2199" /run/log'
guest 'grep -q "line 1800" /run/log'
size=$(guest 'wc -c </run/log')
[ "$size" -gt 30000 ] || die "$size bytes"
[ "$size" -le 32768 ] || die "$size bytes"
