#!/bin/sh
# What the kernel has is mounted once, with the options of fstab if it names it, and not at all with noauto.
# limit: 120 s
# shellcheck source=tests/scripts.sh disable=SC2016
. "${0%/*}/scripts.sh"
boot_scripts
mounts_of() {
	inside grep -c " $1 " /proc/mounts || :
}
tries() {
	inside mkdir -p /sys
	is 3 mountkernfs status
	printf 'sys /sys sysfs noauto 0 0\nlock /run/lock tmpfs size=64k,mode=1777 0 0\n' | put /etc/fstab
	is 0 mountkernfs start
	equal "mounts of /sys" "$(mounts_of /sys)" 0
	echo 'sys /sys sysfs ro,noexec 0 0' | put /etc/fstab
	is 0 mountkernfs start
	is 0 mountkernfs start
	for one in /proc /sys /run /run/lock; do
		equal "mounts of $one" "$(mounts_of "$one")" 1
	done
	inside cat /proc/mounts >"$T/out"
	inside grep -q ' /sys sysfs ro,' /proc/mounts || { show mounts <"$T/out"; die "not the options of fstab"; }
	inside grep -q ' /run/lock tmpfs .*size=64k' /proc/mounts || { show mounts <"$T/out"; die "not the options of fstab"; }
	inside test -d /run/sendsigs.omit.d
	is 0 mountkernfs status mounted
	is 0 mountkernfs stop
	is 0 mountkernfs stop
	is 0 mountkernfs status

	# a /dev that nobody has filled
	inside sh -c 'umount /dev/pts; rm -rf /dev/fd /dev/stdin /dev/stdout /dev/stderr /dev/pts /dev/shm'
	is 3 devices status
	is 0 devices start
	is 0 devices start
	is 0 devices status ready
	inside grep -q ' /dev/pts devpts .*gid=5,mode=620' /proc/mounts || die "no terminals"
	equal shm "$(inside stat -c %a /dev/shm)" 1777
	equal links "$(inside readlink /dev/fd /dev/stdin /dev/stdout /dev/stderr | tr '\n' ' ')" \
		'/proc/self/fd fd/0 fd/1 fd/2 '
	is 0 devices stop
	is 0 devices stop
	inside sh -c 'umount -l /sys; umount /run/lock /dev/shm; rm -f /etc/fstab'
}
# BusyBox's mdev would look at the devices of this machine
inside sh -c 'mkdir -p /etc/default; echo "manage() { :; }" >/etc/default/devices'
each_shell_tries tries
