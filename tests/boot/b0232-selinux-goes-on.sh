#!/bin/sh
# Where SELinux need not be enforcing, or is switched off in the kernel, a policy that is not loaded holds up nothing.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
boot_to_agent()
{
	qboot -a "$1" <<-INITTAB
		id:2:initdefault:
		si::sysinit:/sbin/mounts
		ag:2:respawn:/sbin/agent
	INITTAB
	expect 'N 2' guest 'echo $PREVLEVEL $RUNLEVEL'
	kill "$qemu"
	wait "$qemu" || :
}
# permissive: it says that it could not, or it is not there
echo SELINUX=permissive | file etc/selinux/config
printf '#!/bin/sh\nexit 2\n' | file sbin/load_policy 755
boot_to_agent security=selinux
serial_has 'No SELinux policy was loaded'
rm "$root/sbin/load_policy"
boot_to_agent security=selinux
serial_has 'cannot execute "/sbin/load_policy": No such file or directory'

# the kernel has it switched off, or nobody has set this system to it
printf '#!/bin/sh\necho it was run\nexit 3\n' | file sbin/load_policy 755
echo SELINUX=enforcing | file etc/selinux/config
boot_to_agent security=apparmor
! serial_has 'it was run' || die "load_policy was run without SELinux"
rm "$root/etc/selinux/config"
boot_to_agent security=selinux
! serial_has 'it was run' || die "load_policy was run without a configuration"
qemu=''
