#!/bin/sh
# The dependency files are what startpar reads, byte for byte.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
headers "$here/farm/reference"
# shellcheck disable=SC2046
works insserv $(init_scripts)
boot="TARGETS = hostname.sh mountkernfs.sh mount-configfs mountdevsubfs.sh checkroot.sh bootmisc.sh brightness checkfs.sh \
checkroot-bootclean.sh mountall-bootclean.sh mountall.sh mountnfs-bootclean.sh mountnfs.sh urandom
INTERACTIVE = checkroot.sh checkfs.sh"
equal boot "$(sed 2q "$F/etc/init.d/.depend.boot")" "$boot"
equal start "$(cat "$F/etc/init.d/.depend.start")" 'TARGETS = bootlogs killprocs rmnologin rsyslog cron dbus single ssh rc.local
INTERACTIVE =
cron: rsyslog
dbus: rsyslog
single: killprocs
ssh: rsyslog
rc.local: cron dbus ssh bootlogs rmnologin'
equal stop "$(sed -n '1p;2p;/^halt/p' "$F/etc/init.d/.depend.stop")" 'TARGETS = sendsigs brightness urandom rsyslog umountnfs.sh umountfs umountroot halt reboot
rsyslog: sendsigs
halt: umountroot'
