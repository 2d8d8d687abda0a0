# .depend.boot of reference and more together, as Debian 12's insserv writes it, but for two lines: the order in those
# depends on the one in which the directory is read.
TARGETS = hostname.sh hwclock.sh mountkernfs.sh udev mountdevsubfs.sh checkroot.sh cryptdisks-early cryptdisks checkfs.sh apparmor bootmisc.sh brightness checkroot-bootclean.sh kmod mount-configfs mountall-bootclean.sh mountall.sh mountnfs-bootclean.sh mountnfs.sh networking nfs-common nftables plymouth-log procps quota rpcbind urandom x11-common
INTERACTIVE = udev checkroot.sh cryptdisks-early cryptdisks checkfs.sh
udev: mountkernfs.sh
mountdevsubfs.sh: udev
checkroot.sh: mountdevsubfs.sh hostname.sh
cryptdisks-early: checkroot.sh udev
cryptdisks: cryptdisks-early
checkfs.sh: cryptdisks
apparmor: mountall.sh mountall-bootclean.sh
brightness: mountall.sh mountall-bootclean.sh
checkroot-bootclean.sh: checkroot.sh
kmod: checkroot.sh
mount-configfs: mountkernfs.sh kmod
mountall-bootclean.sh: mountall.sh
mountall.sh: checkfs.sh checkroot-bootclean.sh
mountnfs-bootclean.sh: mountall.sh mountall-bootclean.sh mountnfs.sh
mountnfs.sh: mountall.sh mountall-bootclean.sh networking rpcbind nfs-common
nfs-common: hwclock.sh rpcbind
nftables: mountall.sh mountall-bootclean.sh networking
plymouth-log: mountall.sh mountall-bootclean.sh mountnfs.sh mountnfs-bootclean.sh
procps: udev mountall.sh mountall-bootclean.sh
quota: mountnfs.sh mountnfs-bootclean.sh
rpcbind: networking
urandom: hwclock.sh mountall.sh mountall-bootclean.sh
x11-common: mountnfs.sh mountnfs-bootclean.sh
