#!/bin/sh
# Where SELinux shall be enforcing and no policy can be loaded, init says so, starts nothing and halts.
# limit: 180 s
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
boot_enforcing()
{
	printf '# comment\nSELINUX=enforcing\nSELINUXTYPE=default\n' | file etc/selinux/config
	qboot -a security=selinux <<-INITTAB
		id:2:initdefault:
		si::sysinit:/bin/sh -c "echo an entry; /sbin/mounts"
	INITTAB
	eventually serial_has 'Machine is in enforcing mode. Halting now.'
	eventually serial_has 'reboot: System halted'
	! serial_has 'an entry' || die "an entry was started"
	kill "$qemu"
	wait "$qemu" || :
}
printf '#!/bin/sh\nexit 3\n' | file sbin/load_policy 755
boot_enforcing
rm "$root/sbin/load_policy"
boot_enforcing
serial_has 'cannot execute "/sbin/load_policy": No such file or directory'
printf '#!/bin/sh\nkill -9 $$\n' | file sbin/load_policy 755
boot_enforcing
qemu=''
