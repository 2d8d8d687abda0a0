#!/bin/sh
# The dependency files are what startpar reads, byte for byte.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
headers "$here/farm/reference"
# shellcheck disable=SC2046
works insserv $(init_scripts)
boot="TARGETS = hostname.sh mountkernfs.sh mount-configfs mountdevsubfs.sh checkroot.sh bootmisc.sh brightness checkfs.sh \
checkroot-bootclean.sh mountall-bootclean.sh mountall.sh mountnfs-bootclean.sh mountnfs.sh urandom
INTERACTIVE = checkroot.sh checkfs.sh
mount-configfs: mountkernfs.sh
mountdevsubfs.sh: mountkernfs.sh
checkroot.sh: mountdevsubfs.sh hostname.sh
brightness: mountall.sh mountall-bootclean.sh
checkfs.sh: checkroot.sh
checkroot-bootclean.sh: checkroot.sh
mountall-bootclean.sh: mountall.sh
mountall.sh: checkfs.sh checkroot-bootclean.sh
mountnfs-bootclean.sh: mountall.sh mountall-bootclean.sh mountnfs.sh
mountnfs.sh: mountall.sh mountall-bootclean.sh
urandom: mountall.sh mountall-bootclean.sh"
# of bootmisc.sh, the order depends on the one in which the directory is read
equal boot "$(grep -v ^bootmisc "$F/etc/init.d/.depend.boot")" "$boot"
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

# what is not sorted: only the first of a list makes others superfluous
rm -rf "$F"/etc/rc?.d "$F/etc/init.d"
mkdir "$F/etc/init.d"
script a Default-Start=S Default-Stop=
script b Default-Start=S Default-Stop=
script c Default-Start=S Default-Stop= Required-Start=b
script d Default-Start=S Default-Stop= Required-Start='a c b'
script e Default-Start=S Default-Stop= Required-Start='c b a'
works insserv a b c d e
equal boot "$(sed -n '/^[de]:/p' "$F/etc/init.d/.depend.boot")" 'd: a c b
e: c a'
