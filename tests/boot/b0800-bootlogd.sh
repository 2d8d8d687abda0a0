#!/bin/sh
# bootlogd copies what is written to the console to the console and, each line with its date, to the log, until SIGTERM.
# shellcheck source=tests/boot/bootlogd.sh disable=SC2016
. "${0%/*}/bootlogd.sh"
boot_for_log
guest 'bootlogd -c -l /run/log -p /run/pid'
guest 'echo first >/dev/console; printf "sec" >/dev/console; echo ond >/dev/console'
guest_log ': second'
guest 'grep -qE "^[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} [0-9]{4}: first$" /run/log'
eventually serial_has first
guest 'grep -qx bootlogd /proc/$(cat /run/pid)/comm'
guest 'pid=$(cat /run/pid); kill $pid; while [ -d /proc/$pid ]; do usleep 50000; done'
guest 'echo afterwards >/dev/console'
eventually serial_has afterwards
guest 'grep -q first /run/log'
not_logged=$(guest 'grep -c afterwards /run/log') || :
[ "$not_logged" = 0 ] || die "it is still in the log"
