#!/bin/sh
# switch_root of a foreign initramfs hands PID 1 over to init on the disk it found.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
file etc/inittab <<INITTAB
id:2:initdefault:
ag:2:respawn:/sbin/agent
INITTAB
make_disk
file init 755 <<'SCRIPT'
#!/bin/sh
mount -t proc proc /proc
mount -t devtmpfs dev /dev
mount -t ext4 /dev/nvme0n1 /root
mount -o move /dev /root/dev
mount -o move /proc /root/proc
exec switch_root /root /sbin/init
SCRIPT
qboot -n
guest '[ -p /run/initctl ]'
expect /sbin/init guest 'readlink /proc/1/exe'
expect 'N 2' guest runlevel
