#!/bin/sh
# A root in memory without /var, /tmp and /run gets them, and services run.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2016,SC2154
. "${0%/*}/lib.sh"
# shellcheck source=tests/boot/system.sh
. "$here/system.sh"
make_system
rm -rf "${root:?}/var" "${root:?}/tmp" "${root:?}/run"
boot_system
log_in
enter 'ls -ld /var/log /var/tmp /tmp /var/run /var/lock'
shown 'drwxrwxrwt' 2 || die "no /tmp or /var/tmp for everyone"
{ shown '/var/run -> /run' && shown '/var/lock -> /run/lock'; } || die "no links"
enter 'service --status-all; who; last; grep -c reboot /var/log/wtmp'
for one in syslog cron klog; do
	shown " [ + ]  $one" || die "$one does not run"
done
{ shown 'ttyS0' 2 && shown 1; } || die "no records"
! serial_has FAILED || die "a script failed"
