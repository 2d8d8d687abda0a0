#!/bin/sh
# service, init 3, single-user mode and back: an administrator finds all as on any System V system.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2016,SC2154
. "${0%/*}/lib.sh"
# shellcheck source=tests/boot/system.sh
. "$here/system.sh"
make_system
boot_system
log_in
enter 'service --status-all'
for one in syslog cron klog; do
	shown " [ + ]  $one" || die "$one does not run"
done
shown ' [ - ]  ssh' || die "ssh runs"
enter 'service cron stop; service cron stop; echo stopped $?'
shown 'stopped 0' || die "cron cannot be stopped twice"
enter 'service cron status; echo status $?'
{ shown 'cron: not running' && shown 'status 3'; } || die "cron runs"
enter 'init 3'
eventually answers '2 3' runlevel
# it is of both levels
enter 'service cron status; echo status $?'
shown 'status 3' || die "cron was started again"
enter 'service cron start; service cron start; service cron status; echo status $?'
{ shown 'cron: running' && shown 'status 0'; } || die "cron cannot be started"
enter 'service nothing start; echo status $?'
{ shown 'nothing: unrecognized service' && shown 'status 1'; } || die "there is no such service"
enter 'update-rc.d klog disable && ls /etc/rc3.d'
shown 'K0' || die "update-rc.d has changed nothing"
forget
type 'init 1'
eventually shown 'maintenance'
type rung
eventually prompted
enter 'ps | grep -c "[s]yslogd\|[c]rond"'
shown 0 || die "services in single-user mode"
enter 'runlevel'
shown '1 S' || die "not in level S"
forget
type 'init 2'
log_in
enter 'service syslog status'
shown 'syslog: running' || die "no system log in level 2"
enter 'service cron status; service klog status'
{ shown 'cron: running' && shown 'klog: not running'; } || die "level 2 is not as it was told to be"
! serial_has 'did not come to its end' || die "rc was ended halfway"
